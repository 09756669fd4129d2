/* SPDX-License-Identifier: MIT */
#include <argz.h>
#include <stdlib.h>

error_t argz_create(char *const argv[], char **__restrict argz,
		    size_t *__restrict len)
{
	size_t total = 0;
	char *to;

	for (char *const *arg = argv; *arg; arg++)
		total += strlen(*arg) + 1;
	*argz = NULL;
	*len = 0;
	if (!total)
		return 0;
	to = malloc(total);
	if (!to)
		return ENOMEM;
	*argz = to;
	*len = total;
	for (; *argv; argv++)
		to = stpcpy(to, *argv) + 1;
	return 0;
}

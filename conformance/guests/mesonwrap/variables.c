/* SPDX-License-Identifier: MIT
 * variables NAME[=VALUE]...: what is left of them, a name at a time; a name alone
 * takes the variable away. */
#include <argz.h>
#include <envz.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
	char *all = NULL, *name = NULL;
	size_t length = 0;

	for (int i = 1; i < argc; i++) {
		char *value = strchr(argv[i], '=');
		if (!value) {
			envz_remove(&all, &length, argv[i]);
			continue;
		}
		*value = '\0';
		if (envz_add(&all, &length, argv[i], value[1] ? value + 1 : NULL))
			return 1;
	}
	printf("%zu variables, %zu bytes\n", argz_count(all, length), length);
	envz_strip(&all, &length);
	while ((name = argz_next(all, length, name)))
		puts(name);
	printf("HOME is %s\n", envz_get(all, length, "HOME") ? envz_get(all, length, "HOME") : "not there");
	free(all);
	return 0;
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "names.h"

#include <errno.h>
#include <locale.h>
#include <string.h>

extern char *libc_setlocale(int category, const char *name) __asm__("setlocale");

/* What the environment gives is noted, to be accepted when it is given back. */
static void note(int mask, const struct wildebeest_localename *names)
{
	static const int open[] = {LC_CTYPE, LC_MESSAGES};

	for (unsigned i = 0; i < sizeof open / sizeof *open; i++)
		if (mask & 1 << open[i])
			wildebeest_localename_note(open[i], names->of[open[i]]);
}

/* The name that is set now, or NULL with errno: ENOENT where there is no such locale,
 * EINVAL for what is no name or no category. */
char *setlocale(int category, const char *name)
{
	struct wildebeest_localename names;

	if (category < 0 || category > LC_ALL) {
		errno = EINVAL;
		return NULL;
	}
	if (!name)
		return libc_setlocale(category, NULL);
	int is_all = category == LC_ALL;
	struct wildebeest_localename_change change = {
		.mask = is_all ? LC_ALL_MASK : 1 << category, .is_all = is_all, .composite = is_all};
	int error = wildebeest_localename_resolve(&change, name, &names);

	if (error) {
		errno = error;
		return NULL;
	}
	if (!*name)
		note(change.mask, &names);
	if (!is_all)
		return libc_setlocale(category, names.of[category]);
	char all[CATEGORIES * (NAME_LENGTH + 1) + 1], *end = all;

	for (int i = 0; i < CATEGORIES; i++)
		end = stpcpy(stpcpy(end, i ? ";" : ""), names.of[i]);
	return libc_setlocale(LC_ALL, all);
}

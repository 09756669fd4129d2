/* SPDX-License-Identifier: MIT
 * pathlist: the directories of a search path, one a line, each once.
 */
#define _GNU_SOURCE
#include <argz.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int has(const char *argz, size_t len, const char *entry)
{
	for (const char *one = NULL; (one = argz_next(argz, len, one));)
		if (strcmp(one, entry) == 0)
			return 1;
	return 0;
}

int main(int argc, char **argv)
{
	char *path = NULL, *once = NULL, *entry = NULL;
	size_t len = 0, once_len = 0;

	if (argc != 2) {
		fputs("usage: pathlist PATH\n", stderr);
		return 2;
	}
	if (argz_create_sep(argv[1], ':', &path, &len) != 0)
		return 1;
	while ((entry = argz_next(path, len, entry)))
		if (!has(once, once_len, entry) && argz_add(&once, &once_len, entry) != 0)
			return 1;
	printf("%zu of %zu\n", argz_count(once, once_len), argz_count(path, len));
	if (once_len > 0) {
		argz_stringify(once, once_len, '\n');
		puts(once);
	}
	free(once);
	free(path);
	return 0;
}

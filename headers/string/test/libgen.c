/* With libgen.h basename is POSIX's, in either order of the headers. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#ifdef STRING_FIRST
#include <string.h>
#endif
#include <libgen.h>
#include <string.h>
#include <stdio.h>

int main(void)
{
	static const char *const paths[] = {
		"", "/", "//", "a", "a/", "a//", "/a", "/a/", "a/b", "a/b/",
		"a//b", "/usr/lib/x", ".", "..", "./", "a/.", "a/..",
	};
	char path[32];

	for (unsigned i = 0; i < sizeof paths / sizeof *paths; i++) {
		strcpy(path, paths[i]);
		printf("%s: %s\n", paths[i], basename(path));
	}
	puts(basename(strchr(path, 1)));
	return 0;
}

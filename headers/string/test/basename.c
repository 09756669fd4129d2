/* GNU's basename: never modifies, and the last part of "a/" is empty. */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>

struct member {
	int basename;
};

int main(void)
{
	static const char *const paths[] = {
		"", "/", "//", "///", "a", "a/", "a//", "/a", "/a/", "a/b",
		"a/b/", "a//b", "/usr/lib/x", ".", "..", "./", "a/.", "a/..",
		"\\", "a\\b", " ", "/ /", "\xff/\xfe",
	};
	char *(*pointer)(const char *) = basename;
	struct member member = {3};

	for (unsigned i = 0; i < sizeof paths / sizeof *paths; i++)
		printf("%s: %s at %d\n", paths[i], basename(paths[i]),
		       (int)(basename(paths[i]) - paths[i]));
	printf("%s %d\n", pointer("x/y"), member.basename);
	return 0;
}

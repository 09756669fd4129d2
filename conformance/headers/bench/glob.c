/* glob with braces in the large directory of the tree that is named, and in one
 * of its directories of 100 files. */
#define _GNU_SOURCE
#include "clock.h"
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static volatile long seen;

static void match(const char *pattern)
{
	glob_t found;

	memset(&found, 0, sizeof found);
	if (glob(pattern, GLOB_BRACE, NULL, &found))
		abort();
	seen += (long)found.gl_pathc;
	globfree(&found);
}

int main(int count, char **arguments)
{
	if (count != 2 || chdir(arguments[1]))
		return 2;
	MEASURE("glob-braces", 1, match("flat/{a,b,c}*[0-9].{c,h}"));
	MEASURE("glob-star", 1, match("flat/*"));
	MEASURE("glob-small", 200, match("tree/d0/e0/{a,b,c}*.c"));
	print_memory();
	return 0;
}

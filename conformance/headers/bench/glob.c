/* glob with braces in the large directory of the tree that is named, in one of its
 * directories of 100 files, and with braces that have many alternatives: those of
 * which no path exists, and those of which all do. */
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
	int failed;

	memset(&found, 0, sizeof found);
	failed = glob(pattern, GLOB_BRACE, NULL, &found);
	if (failed == GLOB_NOMATCH)
		return;
	if (failed)
		abort();
	seen += (long)found.gl_pathc;
	globfree(&found);
}

/* {0,1,2,…,9999} */
static const char *list(void)
{
	static char pattern[60000];
	char *end = pattern;

	for (int i = 0; i < 10000; i++)
		end += sprintf(end, "%c%d", i ? ',' : '{', i);
	strcpy(end, "}");
	return pattern;
}

int main(int count, char **arguments)
{
	if (count != 2 || chdir(arguments[1]))
		return 2;
	MEASURE("glob-braces", 1, match("flat/{a,b,c}*[0-9].{c,h}"));
	MEASURE("glob-star", 1, match("flat/*"));
	MEASURE("glob-small", 200, match("tree/d0/e0/{a,b,c}*.c"));
	MEASURE("glob-product", 1, match("{x,y,z}{x,y,z}{x,y,z}{x,y,z}{x,y,z}{x,y,z}{x,y,z}{x,y,z}{x,y,z}"));
	MEASURE("glob-list", 1, match(list()));
	MEASURE("glob-found", 1, match("{tree,flat}{,}{,}{,}{,}{,}{,}{,}{,}{,}{,}"));
	print_memory();
	return 0;
}

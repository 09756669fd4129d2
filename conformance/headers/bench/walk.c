/* fts, nftw and glob with braces over the tree that is named. */
#define _GNU_SOURCE
#include "clock.h"
#include <fts.h>
#include <ftw.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static volatile long seen;

static void walk(char *root, int options)
{
	char *roots[] = { root, NULL };
	FTS *fts = fts_open(roots, options, NULL);

	if (!fts)
		abort();
	while (fts_read(fts))
		seen++;
	fts_close(fts);
}

static int visit(const char *path, const struct stat *status, int type, struct FTW *where)
{
	(void)path, (void)status, (void)type, (void)where;
	seen++;
	return 0;
}

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
	MEASURE("fts-physical", 1, walk("tree", FTS_PHYSICAL));
	MEASURE("fts-nostat", 1, walk("tree", FTS_PHYSICAL | FTS_NOSTAT));
	MEASURE("fts-nochdir", 1, walk("tree", FTS_PHYSICAL | FTS_NOCHDIR));
	MEASURE("nftw-physical", 1, nftw("tree", visit, 20, FTW_PHYS));
	MEASURE("glob-braces", 1, match("flat/{a,b,c}*[0-9].{c,h}"));
	MEASURE("glob-star", 1, match("flat/*"));
	return 0;
}

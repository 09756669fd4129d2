/* fts and nftw over the tree that is named. */
#define _GNU_SOURCE
#include "clock.h"
#include <fts.h>
#include <ftw.h>
#include <stdlib.h>
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

int main(int count, char **arguments)
{
	if (count != 2 || chdir(arguments[1]))
		return 2;
	MEASURE("fts-physical", 1, walk("tree", FTS_PHYSICAL));
	MEASURE("fts-nostat", 1, walk("tree", FTS_PHYSICAL | FTS_NOSTAT));
	MEASURE("fts-nochdir", 1, walk("tree", FTS_PHYSICAL | FTS_NOCHDIR));
	MEASURE("nftw-physical", 1, nftw("tree", visit, 20, FTW_PHYS));
	print_memory();
	return 0;
}

/* SPDX-License-Identifier: MIT
 * treesize: the bytes of the regular files of each directory, its own first.
 */
#include <sys/types.h>
#include <sys/stat.h>
#include <fts.h>
#include <stdio.h>
#include <string.h>

static int by_name(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

int main(int argc, char **argv)
{
	FTS *tree;
	FTSENT *entry;

	if (argc < 2) {
		fputs("usage: treesize DIR...\n", stderr);
		return 2;
	}
	tree = fts_open(argv + 1, FTS_PHYSICAL | FTS_NOCHDIR, by_name);
	if (!tree) {
		perror("treesize");
		return 1;
	}
	while ((entry = fts_read(tree))) {
		switch (entry->fts_info) {
		case FTS_F:
			entry->fts_parent->fts_number += (long)entry->fts_statp->st_size;
			break;
		case FTS_DP:
			printf("%*s%s %ld\n", 2 * entry->fts_level, "", entry->fts_name, entry->fts_number);
			entry->fts_parent->fts_number += entry->fts_number;
			break;
		case FTS_NS:
		case FTS_DNR:
		case FTS_ERR:
			fprintf(stderr, "treesize: %s: %s\n", entry->fts_path, strerror(entry->fts_errno));
			break;
		}
	}
	return fts_close(tree) != 0;
}

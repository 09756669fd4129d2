/* SPDX-License-Identifier: MIT
 * tree.h: what the fts programs walk through, and how they print it.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static inline void make_file(const char *path)
{
	int fd = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0644);

	if (fd < 0)
		perror(path);
	else
		close(fd);
}

static inline void make_dir(const char *path)
{
	if (mkdir(path, 0755))
		perror(path);
}

static inline void make_link(const char *target, const char *path)
{
	if (symlink(target, path))
		perror(path);
}

/* t/: files, directories, an empty one, links to files, to directories, to
 * nothing, to themselves and upwards, a fifo. */
static inline void make_tree(void)
{
	make_dir("t");
	make_dir("t/a");
	make_file("t/a/1");
	make_file("t/a/2");
	make_dir("t/a/deep");
	make_dir("t/a/deep/er");
	make_file("t/a/deep/er/file");
	make_dir("t/b");
	make_file("t/c");
	make_dir("t/d");
	make_link("../a", "t/d/to-a");
	make_link("../c", "t/d/to-c");
	make_link("nothing", "t/d/to-nothing");
	make_link("..", "t/d/to-up");
	make_link(".", "t/d/to-self");
	make_link("loop", "t/d/loop");
	make_link("c/x", "t/not-a-dir");
	mkfifo("t/fifo", 0644);
	make_file("t/zz");
	make_link("t", "link");
	make_link("t/c", "link-to-file");
	make_link("nowhere", "link-to-nothing");
}

static inline int by_name(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

static inline int by_name_down(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*b)->fts_name, (*a)->fts_name);
}

static inline const char *info_name(int info)
{
	static const char *const names[] = {
		"0", "D", "DC", "DEFAULT", "DNR", "DOT", "DP", "ERR", "F", "INIT",
		"NS", "NSOK", "SL", "SLNONE", "W",
	};

	return info >= 0 && info < 15 ? names[info] : "?";
}

/* Whether what fts says of an entry is true: its path of access, the lengths,
 * the stat information. */
static inline void print_entry(const FTS *fts, const FTSENT *entry)
{
	int info = entry->fts_info;
	struct stat st;

	/* Which files FTS_NOSTAT asks about depends on how the file system
	 * counts links. */
	if (fts->fts_options & FTS_NOSTAT && fts->fts_options & FTS_PHYSICAL &&
	    entry->fts_level > 0 &&
	    (info == FTS_F || info == FTS_SL || info == FTS_DEFAULT))
		info = FTS_NSOK;
	printf("%d %s %s name %s (%d) pathlen %d", entry->fts_level,
	       info_name(info), entry->fts_path, entry->fts_name,
	       entry->fts_namelen, entry->fts_pathlen - (int)strlen(entry->fts_path));
	if (info == FTS_ERR || info == FTS_NS || info == FTS_DNR)
		printf(" errno %d", entry->fts_errno);
	else if (strcmp(entry->fts_accpath, entry->fts_path))
		printf(" access %s", entry->fts_accpath);
	if (!(fts->fts_options & FTS_NOSTAT) && info != FTS_NSOK &&
	    info != FTS_NS && info != FTS_DP) {
		int logical = fts->fts_options & FTS_LOGICAL;

		if (info == FTS_SL || info == FTS_SLNONE)
			logical = 0;
		if ((logical ? stat : lstat)(entry->fts_accpath, &st) == 0 &&
		    st.st_ino == entry->fts_statp->st_ino &&
		    st.st_mode == entry->fts_statp->st_mode)
			printf(" true");
	}
	if (info == FTS_DC)
		printf(" cycle of %s", entry->fts_cycle->fts_name);
	if (!(fts->fts_options & FTS_NOSTAT) && (info == FTS_D || info == FTS_DC))
		printf(" %s", entry->fts_ino == entry->fts_statp->st_ino &&
			      entry->fts_dev == entry->fts_statp->st_dev &&
			      entry->fts_nlink == entry->fts_statp->st_nlink
				      ? "same" : "different");
	if (entry->fts_level > 0)
		printf(" in %s", entry->fts_parent->fts_name);
	putchar('\n');
}

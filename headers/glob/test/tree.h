/* SPDX-License-Identifier: MIT
 * tree.h: the files that the test programs of glob look at, and how they show
 * a result: what was returned, the flags, and the paths.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static inline void make_tree(void)
{
	static const char *const directories[] = {
		"dir", "dir/sub", "dir/sub/deep", "dir2", "empty", ".hid",
		"sp ace", "[br]", "{a,b}", "a", "b", "z",
	};
	static const char *const files[] = {
		"file", "file1", "file2", "file10", "File", ".dot", ".dot2",
		"a.c", "b.c", "c.h", "dir/a.c", "dir/b.c", "dir/.x", "dir/sub/a.c",
		"dir/sub/deep/a.c", "dir2/a.c", ".hid/in", "sp ace/x y", "[br]/q",
		"star*", "qu?", "back\\slash", "a/1", "a/2", "b/1", "z/1", "{a,b}/k",
		"~", "~x", "com,ma", "{x", "x}", "{}", "-", "]",
	};

	umask(022);
	for (size_t i = 0; i < sizeof directories / sizeof *directories; i++)
		if (mkdir(directories[i], 0755))
			perror(directories[i]);
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		close(open(files[i], O_CREAT | O_WRONLY, 0644));
	if (symlink("dir", "ldir") || symlink("file", "lfile") ||
	    symlink("nowhere", "lnone") || symlink("loop", "loop") ||
	    mkfifo("fifo", 0644))
		perror("links");
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void show(const char *pattern, int flags, int result, glob_t *found)
{
	printf("%s %x: %d", pattern, (unsigned)flags, result);
	if (result != 0 && result != GLOB_NOMATCH && result != GLOB_ABORTED) {
		puts("");
		return;
	}
	printf(" %zu", found->gl_pathc);
	if (result != GLOB_ABORTED)
		printf(" flags %x", (unsigned)found->gl_flags);
	if (flags & GLOB_NOSORT && found->gl_pathc)
		qsort(found->gl_pathv + (flags & GLOB_DOOFFS ? found->gl_offs : 0),
		      found->gl_pathc, sizeof(char *), by_name);
	if (found->gl_pathv && flags & GLOB_DOOFFS)
		for (size_t i = 0; i < found->gl_offs; i++)
			printf(" %s", found->gl_pathv[i] ? "?" : "0");
	for (size_t i = 0; i < found->gl_pathc; i++)
		printf(" |%s", found->gl_pathv[(flags & GLOB_DOOFFS ? found->gl_offs : 0) + i]);
	if (found->gl_pathv &&
	    found->gl_pathv[(flags & GLOB_DOOFFS ? found->gl_offs : 0) + found->gl_pathc])
		printf(" not ended");
	puts("");
}

static inline void try(const char *pattern, int flags)
{
	glob_t found;

	memset(&found, 0, sizeof found);
	show(pattern, flags, glob(pattern, flags, NULL, &found), &found);
	globfree(&found);
}

/* SPDX-License-Identifier: MIT
 * tree.h: the tree that the test programs of ftw walk, and a callback that
 * keeps what it saw: lines, printed sorted, as the order of a directory's
 * entries is the file system's.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char *lines[4096];
static size_t line_count;
static char start[4096]; /* the directory of the test */

static void keep(const char *line)
{
	if (line_count < sizeof lines / sizeof *lines)
		lines[line_count++] = strdup(line);
}

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static void print_lines(void)
{
	qsort(lines, line_count, sizeof *lines, by_text);
	for (size_t i = 0; i < line_count; i++) {
		printf("  %s\n", lines[i]);
		free(lines[i]);
	}
	line_count = 0;
}

static const char *type_name(int type)
{
	return type == FTW_F ? "F" : type == FTW_D ? "D" : type == FTW_DNR ? "DNR"
	     : type == FTW_NS ? "NS" : type == FTW_SL ? "SL" : type == FTW_DP ? "DP"
	     : type == FTW_SLN ? "SLN" : "?";
}

/* Where the program is, from where the test started. */
static const char *here(void)
{
	static char path[8192];
	size_t length = strlen(start);

	if (!getcwd(path, sizeof path))
		return strerror(errno);
	return strncmp(path, start, length) ? path : path + length;
}

static int note(const char *path, const struct stat *status, int type, struct FTW *ftw)
{
	char line[16384];

	snprintf(line, sizeof line, "%s %s base %d level %d mode %o in %s", path,
		 type_name(type), ftw->base, ftw->level,
		 type == FTW_NS ? 0 : (unsigned)status->st_mode & S_IFMT, here());
	keep(line);
	return 0;
}

static void make(const char *directories, const char *files)
{
	char *copy = strdup(directories), *rest = copy, *name;

	while ((name = strsep(&rest, " ")))
		if (*name && mkdir(name, 0755))
			perror(name);
	free(copy);
	rest = copy = strdup(files);
	while ((name = strsep(&rest, " ")))
		if (*name)
			close(open(name, O_CREAT | O_WRONLY, 0644));
	free(copy);
}

static inline void make_tree(void)
{
	umask(022);
	if (!getcwd(start, sizeof start))
		perror("getcwd");
	make("t t/a t/a/a1 t/a/a1/a2 t/b t/c t/c/c1 t/empty", "t/f t/g t/a/f t/a/a1/f t/a/a1/a2/f t/b/f t/c/c1/f alone");
	if (symlink("../b", "t/a/tob") || symlink("..", "t/b/up") ||
	    symlink("nowhere", "t/c/dangling") || symlink("../f", "t/c/tof") ||
	    symlink("t", "lt") || symlink("none", "lnone") || mkfifo("t/fifo", 0644))
		perror("links");
}

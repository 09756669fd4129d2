/* GLOB_ALTDIRFUNC over a tree that exists only in this program, then running
 * out of memory over it. Every call of a directory function is printed. */
#define _GNU_SOURCE
#include <dirent.h>

#include "tree.h"

#include "../../testing/failing.h"

struct node {
	const char *path;
	mode_t mode;
	unsigned char type;
};

static const struct node nodes[] = {
	{".", S_IFDIR, DT_DIR}, {"top", S_IFDIR, DT_DIR}, {"top/b", S_IFREG, DT_REG},
	{"top/a", S_IFREG, DT_REG}, {"top/dir", S_IFDIR, DT_DIR},
	{"top/dir/x", S_IFREG, DT_UNKNOWN}, {"top/link", S_IFDIR, DT_LNK},
	{"top/link/y", S_IFREG, DT_REG}, {"top/what", S_IFDIR, DT_UNKNOWN},
	{"top/what/z", S_IFREG, DT_REG}, {"top/.h", S_IFREG, DT_REG},
	{"f1", S_IFREG, DT_REG}, {"f2", S_IFREG, DT_REG},
};

enum { NODES = sizeof nodes / sizeof *nodes };

struct stream {
	char path[64];
	size_t next;
};

static struct stream stream;
static struct dirent entry;
static int quiet;

static void *my_opendir(const char *path)
{
	if (!quiet)
		printf("  opendir %s\n", path);
	for (size_t i = 0; i < NODES; i++)
		if (!strcmp(nodes[i].path, path) && nodes[i].mode == S_IFDIR) {
			strcpy(stream.path, path);
			stream.next = 0;
			return &stream;
		}
	errno = ENOENT;
	return NULL;
}

static struct dirent *my_readdir(void *state)
{
	struct stream *s = state;
	size_t length = strcmp(s->path, ".") ? strlen(s->path) + 1 : 0;

	while (s->next < NODES) {
		const struct node *node = &nodes[s->next++];

		if (!strcmp(node->path, ".") || (length && strncmp(node->path, s->path, length - 1)) ||
		    (length && node->path[length - 1] != '/') || strlen(node->path) <= length ||
		    strchr(node->path + length, '/'))
			continue;
		strcpy(entry.d_name, node->path + length);
		entry.d_type = node->type;
		entry.d_ino = 1;
		return &entry;
	}
	return NULL;
}

static void my_closedir(void *state)
{
	if (!quiet)
		printf("  closedir %s\n", ((struct stream *)state)->path);
}

static int status(const char *name, const char *path, struct stat *to)
{
	if (!quiet)
		printf("  %s %s\n", name, path);
	for (size_t i = 0; i < NODES; i++)
		if (!strcmp(nodes[i].path, path)) {
			memset(to, 0, sizeof *to);
			to->st_mode = nodes[i].mode | 0755;
			return 0;
		}
	errno = ENOENT;
	return -1;
}

static int my_stat(const char *restrict path, struct stat *restrict to)
{
	return status("stat", path, to);
}

static int my_lstat(const char *restrict path, struct stat *restrict to)
{
	return status("lstat", path, to);
}

static void prepare(glob_t *found)
{
	memset(found, 0, sizeof *found);
	found->gl_opendir = my_opendir;
	found->gl_readdir = my_readdir;
	found->gl_closedir = my_closedir;
	found->gl_stat = my_stat;
	found->gl_lstat = my_lstat;
}

static void each(const char *const *patterns, const int *flags, size_t flag_count)
{
	for (; *patterns; patterns++)
		for (size_t j = 0; j < flag_count; j++) {
			int all = flags[j] | GLOB_ALTDIRFUNC | GLOB_BRACE;
			glob_t found;

			prepare(&found);
			show(*patterns, all, glob(*patterns, all, NULL, &found), &found);
			globfree(&found);
		}
}

static void calls(void)
{
	static const char *const patterns[] = {
		"*", "f?", "f1", "f3", "top/*", "top/a", "top/c", "none/*", "t*/a",
		"top/{a,dir,none}", "top/{a,*}", "*/a", NULL,
	};
	static const int flags[] = {0, GLOB_ONLYDIR, GLOB_NOCHECK, GLOB_ERR, GLOB_PERIOD};

	each(patterns, flags, sizeof flags / sizeof *flags);
}

/* How often and when links are looked through is glob's own business; what is
 * found is not. */
static void results(void)
{
	static const char *const patterns[] = {
		"top/*", "top/*/", "*/*", "*/*/*", "top/*/?", "{top,none}/*", "top/l*/*", "*/", NULL,
	};
	static const int flags[] = {0, GLOB_ONLYDIR, GLOB_MARK, GLOB_MARK | GLOB_ONLYDIR, GLOB_PERIOD};

	quiet = 1;
	each(patterns, flags, sizeof flags / sizeof *flags);
}

static void without_memory(void)
{
#ifndef __GLIBC__
	static const char *const patterns[] = {
		"*", "f1", "none", "top/*/*", "{top,f*,}{,/*}", "~/x*", "t\\op/*", "top/",
	};
	int flags = GLOB_ALTDIRFUNC | GLOB_BRACE | GLOB_MARK | GLOB_NOCHECK | GLOB_TILDE;

	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
		int result = GLOB_NOSPACE, failures = -1;

		for (long n = 0; result == GLOB_NOSPACE; n++, failures++) {
			glob_t found;

			prepare(&found);
			failing_after = n;
			result = glob(patterns[i], flags, NULL, &found);
			if (result && result != GLOB_NOSPACE)
				printf("%s: %d at call %ld\n", patterns[i], result, n);
			failing_after = -1;
			globfree(&found);
			if (failing_live)
				printf("%s: %ld leaks at call %ld\n", patterns[i], failing_live, n);
		}
		if (failures < 3)
			printf("%s: %d failures\n", patterns[i], failures);
	}
#endif
	puts("each failing allocation was told");
}

int main(void)
{
	calls();
	results();
	without_memory();
	return 0;
}

/* Directories that change while they are searched, patterns and paths over
 * PATH_MAX, cycles of links, names that are no UTF-8, and arguments that are
 * wrong. */
#include "tree.h"

#include <dirent.h>
#include <limits.h>

static int opened, change_at;

/* The callers' functions are the moment at which something changes. */
static void *changing_opendir(const char *path)
{
	DIR *stream = opendir(path);

	if (++opened == change_at) {
		unlink("c/2/x");
		rmdir("c/2");
		mkdir("c/9", 0755);
		rename("c/3", "c/moved");
	}
	return stream;
}

static struct dirent *plain_readdir(void *stream) { return readdir(stream); }
static void plain_closedir(void *stream) { closedir(stream); }

static void changing(void)
{
	for (change_at = 2; change_at < 6; change_at++) {
		glob_t found = {0};

		if (system("rm -rf c; mkdir -p c/1 c/2 c/3 c/4; touch c/1/x c/2/x c/3/x c/4/x"))
			perror("system");
		opened = 0;
		found.gl_opendir = changing_opendir;
		found.gl_readdir = plain_readdir;
		found.gl_closedir = plain_closedir;
		found.gl_stat = stat;
		found.gl_lstat = lstat;
		/* What comes after the change, in whatever order, can be counted only. */
		int result = glob("c/*/x", GLOB_ALTDIRFUNC | GLOB_NOSORT, NULL, &found);
		printf("changed at %d: %d %d\n", change_at, result, found.gl_pathc >= 1 && found.gl_pathc <= 4);
		globfree(&found);
	}
}

static void long_paths(void)
{
	static char pattern[3 * PATH_MAX], name[201];
	char *end = pattern;

	memset(name, 'n', 200);
	for (int i = 0; i < 30; i++) {
		if (mkdir(name, 0755) || chdir(name))
			perror("deep");
		end = stpcpy(end, "n*/");
	}
	close(open("bottom", O_CREAT | O_WRONLY, 0644));
	for (int i = 0; i < 30; i++)
		if (chdir(".."))
			perror("..");
	for (int depth = 10; depth <= 30; depth += 5) {
		glob_t found = {0};

		printf("depth %d:", depth);
		pattern[3 * depth] = '*';
		pattern[3 * depth + 1] = '\0';
		printf(" %d", glob(pattern, 0, NULL, &found));
		printf(" %zu", found.gl_pathc);
		globfree(&found);
		printf(" %d\n", glob(pattern, GLOB_ERR, NULL, &found));
		globfree(&found);
		memcpy(pattern + 3 * depth, "n*", 2);
	}
	memset(pattern, 'a', sizeof pattern - 1);
	try(pattern, 0);
	pattern[0] = '*';
	try(pattern, 0);
	memset(pattern, '*', sizeof pattern - 1);
	try(pattern, GLOB_ERR);
	memset(pattern, '/', 500);
	pattern[500] = '\0';
	glob_t found = {0};
	printf("slashes: %d", glob(pattern, 0, NULL, &found));
	printf(" %zu\n", found.gl_pathc);
	globfree(&found);
}

static void cycles(void)
{
	if (symlink("..", "dir/up") || symlink(".", "dir/self") || symlink("b2", "b1") || symlink("b1", "b2"))
		perror("symlink");
	try("dir/self/self/self/a*", 0);
	try("dir/up/dir/up/dir/a*", 0);
	try("b1/*", 0);
	try("b1", 0);
	try("b[12]/*", GLOB_ERR);
	try("*/self/self/a.c", GLOB_MARK);
}

static void no_text(void)
{
	close(open("odd\xff\xfe", O_CREAT | O_WRONLY, 0644));
	close(open("odd\x80", O_CREAT | O_WRONLY, 0644));
	try("odd*", 0);
	try("odd?", 0);
	try("odd[\x80-\xff]", 0);
	try("odd\xff*", 0);
}

int main(void)
{
	make_tree();
	changing();
	long_paths();
	cycles();
	no_text();
	return 0;
}

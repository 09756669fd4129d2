/* canonicalize_file_name when memory runs out, and on paths that lead nowhere. */
#define _GNU_SOURCE
#include "../../testing/each_failure.h"

#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <fcntl.h>

static void nothing(void) {}

static enum outcome canonical(void)
{
	char *path = canonicalize_file_name("/tmp/../usr/./bin//..");
	enum outcome result = outcome_of(path && !strcmp(path, "/usr"));

	free(path);
	return result;
}

static void show(const char *name)
{
	char *path;

	errno = 0;
	path = canonicalize_file_name(name);
	printf("%.20s: %s errno %d\n", name, path ? strrchr(path, '/') : "NULL", path ? 0 : errno);
	free(path);
}

/* POSIX's answers for what is no path. A path over PATH_MAX that names something
 * short is left out: no call of the kernel takes it, but glibc shortens it first. */
static void bad_paths(void)
{
	char *(*volatile call)(const char *) = canonicalize_file_name; /* it is declared nonnull */
	static char component[NAME_MAX + 2];

	memset(component, 'c', sizeof component - 1);
	if (symlink("loop", "loop") || symlink("none", "dangling") || symlink("dir", "link"))
		perror("symlink");
	mkdir("dir", 0755);
	close(open("file", O_CREAT | O_WRONLY, 0600));
	show("");
	show("loop");
	show("loop/x");
	show("dangling");
	show("link");
	show("file/");
	show("file/..");
	show("none/..");
	show(component);
	show("//");
	errno = 0;
	printf("NULL: %d", call(NULL) == NULL);
	printf(" errno %d\n", errno);
}

int main(void)
{
	each_failure("canonicalize_file_name", canonical, nothing);
	bad_paths();
	return 0;
}

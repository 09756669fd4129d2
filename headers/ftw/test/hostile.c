/* Directories that can't be read, loops, trees that change while they are
 * walked, paths over PATH_MAX, few descriptors, and running out of memory. */
#define _GNU_SOURCE
#include <limits.h>
#include <sys/resource.h>

#include "tree.h"

#include "../../testing/failing.h"

static void walk(const char *start, __nftw_func_t function, int descriptors, int flags)
{
	int result;

	errno = 0;
	result = nftw(start, function, descriptors, flags);
	printf("%s fds %d flags %d: %d errno %d\n", start, descriptors, flags, result,
	       result < 0 ? errno : 0);
	print_lines();
}

static void unreadable(void)
{
	make("shut shut/in noenter noenter/in open open/shut", "shut/f noenter/f open/f open/shut/f");
	chmod("shut", 0);
	chmod("noenter", 0444);
	chmod("open/shut", 0);
	if (geteuid() == 0 && seteuid(65534))
		perror("seteuid");
	for (int flags = 0; flags < 16; flags++) {
		walk("open", note, 20, flags);
		walk("shut", note, 20, flags & ~FTW_CHDIR);
		walk("noenter", note, 20, flags & ~FTW_CHDIR);
		walk("shut/f", note, 20, flags & ~FTW_CHDIR);
		walk("shut/in", note, 20, flags & ~FTW_CHDIR);
	}
	if (getuid() == 0 && seteuid(0))
		perror("seteuid");
	chmod("shut", 0755);
	chmod("noenter", 0755);
	chmod("open/shut", 0755);
}

static void loops(void)
{
	make("cycle cycle/a cycle/a/b", "cycle/a/b/f");
	if (symlink("..", "cycle/a/up") || symlink(".", "cycle/self") ||
	    symlink("a/b", "cycle/short"))
		perror("symlink");
	/* glibc ends itself by an assertion in what is left out here. */
	for (int flags = 0; flags < 16; flags++)
		if (flags & FTW_PHYS || !(flags & (FTW_CHDIR | FTW_DEPTH)))
			walk("cycle", note, 20, flags);
	if (symlink("loop", "cycle/loop"))
		perror("symlink");
	printf("%d\n", nftw("cycle", note, 20, 0));
	printf("%d\n", errno == ELOOP);
	line_count = 0;
	printf("%d\n", nftw("cycle", note, 20, FTW_PHYS));
	print_lines();
}

static int removing(const char *path, const struct stat *status, int type, struct FTW *ftw)
{
	note(path, status, type, ftw);
	return remove(path);
}

static int vanish(const char *path, const struct stat *status, int type, struct FTW *ftw)
{
	(void)status;
	(void)ftw;
	if (type == FTW_D && !strcmp(path, "gone")) {
		unlink("gone/only");
		mkdir("gone/new", 0755);
	}
	if (type != FTW_NS)
		keep(path);
	return 0;
}

static void changing(void)
{
	make("del del/a del/a/b del/c", "del/f del/a/f del/a/b/f del/c/f");
	walk("del", removing, 20, FTW_DEPTH | FTW_PHYS);
	printf("left: %d\n", access("del", F_OK));
	make("del del/a del/a/b del/c", "del/f del/a/f del/a/b/f del/c/f");
	walk("del", removing, 1, FTW_DEPTH | FTW_PHYS);
	printf("left: %d\n", access("del", F_OK));
	make("gone", "gone/only");
	errno = 0;
	printf("%d\n", nftw("gone", vanish, 20, FTW_PHYS));
	line_count = 0;
}

static int depth, files;

static int deepest(const char *path, const struct stat *status, int type, struct FTW *ftw)
{
	(void)status;
	(void)path;
	if (ftw->level > depth)
		depth = ftw->level;
	files += type == FTW_F;
	return 0;
}

static void deep(void)
{
	static char name[201];
	enum { LEVELS = 60 };

	memset(name, 'd', 200);
	for (int i = 0; i < LEVELS; i++)
		if (mkdir(name, 0755) || chdir(name))
			perror("deep");
	close(open("bottom", O_CREAT | O_WRONLY, 0644));
	for (int i = 0; i < LEVELS; i++)
		if (chdir(".."))
			perror("..");
	/* Under FTW_CHDIR glibc ends itself by an assertion. */
	for (int flags = 0; flags < 16; flags++) {
		if (flags & FTW_CHDIR)
			continue;
		depth = files = 0;
		printf("deep %d: %d", flags, nftw(name, deepest, 100, flags));
		printf(" level %d files %d in %s\n", depth, files, here());
	}
}

static void few_descriptors(void)
{
	struct rlimit few = {16, 16}, before;
	char path[PATH_MAX] = "", *end = path;

	for (int i = 0; i < 40; i++) {
		end = stpcpy(end, i ? "/n" : "n");
		mkdir(path, 0755);
	}
	getrlimit(RLIMIT_NOFILE, &before);
	few.rlim_max = before.rlim_max;
	setrlimit(RLIMIT_NOFILE, &few);
	for (int descriptors = 1; descriptors < 8; descriptors++) {
		depth = 0;
		printf("few %d: %d", descriptors, nftw("n", deepest, descriptors, FTW_PHYS));
		printf(" level %d\n", depth);
	}
	errno = 0;
	printf("too many: %d", nftw("n", deepest, 100, FTW_PHYS));
	printf(" errno %d\n", errno);
	setrlimit(RLIMIT_NOFILE, &before);
}

static void many(void)
{
	char name[64];

	mkdir("many", 0755);
	for (int i = 0; i < 3000; i++) {
		snprintf(name, sizeof name, "many/%d", i);
		close(open(name, O_CREAT | O_WRONLY, 0644));
	}
	for (int flags = 0; flags < 16; flags += 4)
		for (int descriptors = 1; descriptors < 3; descriptors++) {
			files = 0;
			printf("many %d: %d", flags, nftw("many", deepest, descriptors, flags));
			printf(" files %d\n", files);
		}
}

static void without_memory(void)
{
#ifndef __GLIBC__
	make("small small/a small/a/b small/c", "small/f small/a/f small/a/b/f");
	if (symlink("a", "small/l"))
		perror("symlink");
	long before = failing_live;
	for (int flags = 0; flags < 16; flags++)
		for (int descriptors = 1; descriptors < 20; descriptors += 18) {
			int failures = -1, result = -1;

			for (long n = 0; result < 0; n++, failures++) {
				failing_after = n;
				errno = 0;
				result = nftw("small", deepest, descriptors, flags);
				failing_after = -1;
				if (result < 0 && errno != ENOMEM)
					printf("call %ld: errno %d\n", n, errno);
				if (failing_live != before)
					printf("call %ld: %ld leaks\n", n, failing_live - before);
			}
			if (failures < 3)
				printf("%d failures\n", failures);
		}
#endif
	puts("each failing allocation was told");
}

int main(void)
{
	int (*pointer)(const char *, __nftw_func_t, int, int) = nftw;

	if (!getcwd(start, sizeof start))
		perror("getcwd");
	umask(022);
	setvbuf(stdout, NULL, _IOLBF, 0);
	unreadable();
	loops();
	changing();
	deep();
	few_descriptors();
	many();
	printf("%d\n", pointer("many/1", deepest, 3, 0));
	for (size_t i = 0; i < line_count; i++)
		free(lines[i]);
	line_count = 0;
	without_memory();
	return 0;
}

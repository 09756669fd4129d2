/* Whole paths, and nothing is changed. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static int visit(const char *path, const struct stat *st, int type, struct FTW *at)
{
	printf("%s %d %d %d\n", path, type == FTW_F, at->level, at->base);
	return 0;
}

int main(void)
{
	mkdir("a", 0755);
	mkdir("a/b", 0755);
	close(open("a/b/file", O_CREAT | O_WRONLY, 0644));
	printf("%d\n", nftw("a", visit, 8, FTW_PHYS | FTW_DEPTH));
	return 0;
}

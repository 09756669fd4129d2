/* Files are opened by the last part of their paths, where nftw has gone. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static int opened;

static int visit(const char *path, const struct stat *st, int type, struct FTW *at)
{
	if (type == FTW_F && access(path + at->base, R_OK) == 0)
		opened++;
	return 0;
}

int main(void)
{
	mkdir("a", 0755);
	mkdir("a/b", 0755);
	close(open("a/b/file", O_CREAT | O_WRONLY, 0644));
	printf("%d ", nftw("a", visit, 8, FTW_PHYS | FTW_CHDIR));
	printf("%d\n", opened);
	return 0;
}

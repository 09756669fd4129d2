/* A disk that fails while directories are read: at the start, and from one
 * directory on. As with glibc, what could not be read is not there. With few
 * descriptors a directory is read before it is reported, in glibc after. */
#define _GNU_SOURCE
#include "../../testing/failing_call.h"

#include <sys/wait.h>

#include "tree.h"

static const char *at;

static int fail_at(const char *path, const struct stat *status, int type, struct FTW *ftw)
{
	note(path, status, type, ftw);
	if (!strcmp(path, at))
		fail_call(SYS_getdents64, EIO);
	return 0;
}

static void walk(const char *name, int descriptors, int flags)
{
	at = name;
	fflush(stdout);
	if (fork() == 0) {
		if (!*at)
			fail_call(SYS_getdents64, EIO);
		errno = 0;
		int result = nftw("d", fail_at, descriptors, flags);
		printf("at '%s' fds %d flags %d: %d errno %d\n", at, descriptors, flags, result, result < 0 ? errno : 0);
		print_lines();
		fflush(stdout);
		_exit(0);
	}
	wait(NULL);
}

int main(void)
{
	if (!getcwd(start, sizeof start))
		perror("getcwd");
	umask(022);
	make("d d/a d/a/b d/a/b/c", "d/a/b/f d/a/b/c/f");
	for (int flags = 0; flags < 16; flags++)
		for (int descriptors = 7; descriptors < 60; descriptors += 50) {
			walk("", descriptors, flags);
			walk("d/a", descriptors, flags);
			walk("d/a/b/f", descriptors, flags);
		}
	return 0;
}

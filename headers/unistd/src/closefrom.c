/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <errno.h>
#include <limits.h>
#include <sys/resource.h>
#include <unistd.h>

/* Kernels before 5.9: try all that may be open. */
static void one_by_one(int lowfd)
{
	struct rlimit limit = {0};
	int end;

	getrlimit(RLIMIT_NOFILE, &limit);
	end = limit.rlim_max < INT_MAX ? (int)limit.rlim_max : INT_MAX;
	for (int fd = lowfd; fd < end; fd++)
		close(fd);
}

/* closefrom(3): it can't fail, and keeps errno. */
void closefrom(int lowfd)
{
	int saved = errno, first = lowfd < 0 ? 0 : lowfd;

	if (close_range((unsigned)first, ~0U, 0))
		one_by_one(first);
	errno = saved;
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

/* Before Linux 5.9: close what /proc lists, until a pass finds nothing more.
 * Nothing is allocated, as closefrom is called between fork and exec. */
static int close_listed(int lowfd)
{
	_Alignas(struct dirent) char buffer[4096];
	int proc = open("/proc/self/fd", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	ssize_t got;
	int closed = 0;

	if (proc < 0)
		return -1;
	while ((got = getdents64(proc, buffer, sizeof buffer)) > 0) {
		for (char *at = buffer; at < buffer + got;
		     at += ((struct dirent *)(void *)at)->d_reclen) {
			char *end;
			long fd = strtol(((struct dirent *)(void *)at)->d_name, &end, 10);

			if (*end || fd < lowfd || fd == proc)
				continue;
			close(fd);
			closed = 1;
		}
	}
	close(proc);
	return closed;
}

/* closefrom(3): it can't fail, so where descriptors can't be closed the process
 * must not go on with them (observed on glibc 2.36: it aborts). */
void closefrom(int lowfd)
{
	int closed;

	if (lowfd < 0)
		lowfd = 0;
	if (close_range(lowfd, UINT_MAX, 0) == 0)
		return;
	do
		closed = close_listed(lowfd);
	while (closed > 0);
	if (closed < 0)
		abort();
}

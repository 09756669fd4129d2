/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

int statx(int dirfd, const char *__restrict path, int flags, unsigned mask,
	  struct statx *__restrict buf)
{
	return syscall(SYS_statx, dirfd, path, flags, mask, buf);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

int fspick(int dirfd, const char *path, unsigned flags)
{
	return syscall(SYS_fspick, dirfd, path, flags);
}

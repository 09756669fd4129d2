/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

int open_tree(int dirfd, const char *path, unsigned flags)
{
	return syscall(SYS_open_tree, dirfd, path, flags);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

int mount_setattr(int dirfd, const char *path, unsigned flags,
		  struct mount_attr *attributes, size_t size)
{
	return syscall(SYS_mount_setattr, dirfd, path, flags, attributes, size);
}

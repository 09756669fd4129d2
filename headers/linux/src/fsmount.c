/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

int fsmount(int fd, unsigned flags, unsigned ms_flags)
{
	return syscall(SYS_fsmount, fd, flags, ms_flags);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

int fsopen(const char *fs_name, unsigned flags)
{
	return syscall(SYS_fsopen, fs_name, flags);
}

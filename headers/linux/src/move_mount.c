/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

int move_mount(int from_dirfd, const char *from_path, int to_dirfd,
	       const char *to_path, unsigned flags)
{
	return syscall(SYS_move_mount, from_dirfd, from_path, to_dirfd, to_path,
		       flags);
}

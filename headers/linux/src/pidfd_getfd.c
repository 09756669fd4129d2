/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/pidfd.h>
#include <sys/syscall.h>
#include <unistd.h>

int pidfd_getfd(int pidfd, int targetfd, unsigned flags)
{
	return syscall(SYS_pidfd_getfd, pidfd, targetfd, flags);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/syscall.h>
#include <unistd.h>

int execveat(int dirfd, const char *path, char *const argv[],
	     char *const envp[], int flags)
{
	return syscall(SYS_execveat, dirfd, path, argv, envp, flags);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

int openat2(int dirfd, const char *path, const struct open_how *how, size_t size)
{
	return syscall(SYS_openat2, dirfd, path, how, size);
}

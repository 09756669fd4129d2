/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <dirent.h>
#include <limits.h>
#include <sys/syscall.h>
#include <unistd.h>

ssize_t getdents64(int fd, void *buffer, size_t length)
{
	return syscall(SYS_getdents64, fd, buffer,
		       length > INT_MAX ? INT_MAX : length);
}

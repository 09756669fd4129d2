/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/mount.h>
#include <sys/syscall.h>
#include <unistd.h>

int fsconfig(int fd, unsigned command, const char *key, const void *value,
	     int aux)
{
	return syscall(SYS_fsconfig, fd, command, key, value, aux);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/syscall.h>
#include <unistd.h>

pid_t gettid(void)
{
	return syscall(SYS_gettid);
}

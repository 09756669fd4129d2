/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/syscall.h>
#include <unistd.h>

int close_range(unsigned first, unsigned last, int flags)
{
	return syscall(SYS_close_range, first, last, flags);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

int sched_getattr(pid_t tid, struct sched_attr *attr, unsigned size, unsigned flags)
{
	return syscall(SYS_sched_getattr, tid, attr, size, flags);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

int sched_setattr(pid_t tid, struct sched_attr *attr, unsigned flags)
{
	return syscall(SYS_sched_setattr, tid, attr, flags);
}

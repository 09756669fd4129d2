/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int tgkill(pid_t tgid, pid_t tid, int signal)
{
	return syscall(SYS_tgkill, tgid, tid, signal);
}

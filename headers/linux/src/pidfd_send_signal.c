/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/pidfd.h>
#include <sys/syscall.h>
#include <unistd.h>

int pidfd_send_signal(int pidfd, int signal, siginfo_t *info, unsigned flags)
{
	return syscall(SYS_pidfd_send_signal, pidfd, signal, info, flags);
}

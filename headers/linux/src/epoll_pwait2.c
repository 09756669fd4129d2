/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <signal.h>
#include <sys/epoll.h>
#include <sys/syscall.h>
#include <unistd.h>

int epoll_pwait2(int epfd, struct epoll_event *events, int maxevents,
		 const struct timespec *timeout, const sigset_t *mask)
{
	return syscall(SYS_epoll_pwait2, epfd, events, maxevents, timeout, mask,
		       _NSIG / 8);
}

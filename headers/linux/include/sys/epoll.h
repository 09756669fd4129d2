/* SPDX-License-Identifier: MIT
 * sys/epoll.h: epoll_pwait2(2).
 */
#include_next <sys/epoll.h>

#ifndef WILDEBEEST_LINUX_SYS_EPOLL_H
#define WILDEBEEST_LINUX_SYS_EPOLL_H

#include <sys/cdefs.h>
#include <time.h>

__BEGIN_DECLS

extern int epoll_pwait2(int epfd, struct epoll_event *events, int maxevents,
			const struct timespec *timeout, const sigset_t *mask);

__END_DECLS

#endif

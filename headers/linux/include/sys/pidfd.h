/* SPDX-License-Identifier: MIT
 * sys/pidfd.h: pidfd_open(2) and what it is good for. musl has no header of
 * this name.
 */
#ifndef WILDEBEEST_LINUX_SYS_PIDFD_H
#define WILDEBEEST_LINUX_SYS_PIDFD_H

#include <fcntl.h>
#include <signal.h>
#include <sys/cdefs.h>
#include <sys/types.h>

__BEGIN_DECLS

#define PIDFD_NONBLOCK O_NONBLOCK
#define PIDFD_THREAD O_EXCL
/* Flags of pidfd_send_signal. */
#define PIDFD_SIGNAL_THREAD (1UL << 0)
#define PIDFD_SIGNAL_THREAD_GROUP (1UL << 1)
#define PIDFD_SIGNAL_PROCESS_GROUP (1UL << 2)

extern int pidfd_open(pid_t pid, unsigned flags) __THROW;
extern int pidfd_getfd(int pidfd, int targetfd, unsigned flags) __THROW;
/* The process of a descriptor. EBADF: it is of none; ESRCH: the process has ended;
 * EREMOTE: it has no number here. */
extern pid_t pidfd_getpid(int pidfd) __THROW;
/* signal.h defines siginfo_t under any feature macro, not in strict ISO C. */
#ifdef SI_USER
extern int pidfd_send_signal(int pidfd, int signal, siginfo_t *info,
			     unsigned flags) __THROW;
#endif

__END_DECLS

#endif

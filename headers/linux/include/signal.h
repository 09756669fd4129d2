/* SPDX-License-Identifier: MIT
 * signal.h: tgkill(2).
 */
#include_next <signal.h>

#ifndef WILDEBEEST_LINUX_SIGNAL_H
#define WILDEBEEST_LINUX_SIGNAL_H

#include <sys/cdefs.h>

#ifdef _GNU_SOURCE
__BEGIN_DECLS

extern int tgkill(pid_t tgid, pid_t tid, int signal);

__END_DECLS
#endif

#endif

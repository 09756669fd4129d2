/* SPDX-License-Identifier: MIT
 * signal.h: raise that is right after a raw clone(2) too.
 */
#include_next <signal.h>

#ifndef WILDEBEEST_SIGNAL_SIGNAL_H
#define WILDEBEEST_SIGNAL_SIGNAL_H

#include <sys/cdefs.h>

__BEGIN_DECLS

extern int raise(int signal) __asm__("wildebeest_raise");

#if defined _GNU_SOURCE || defined _BSD_SOURCE
#ifndef SIGCLD
#define SIGCLD SIGCHLD
#endif
/* BSD's masks, of the first 32 signals (sigvec(3)). */
#ifndef sigmask
#define sigmask(signal) ((int)(1U << ((signal) - 1)))
#endif
extern int sigblock(int mask);
extern int sigsetmask(int mask);
#endif
#ifdef _GNU_SOURCE
extern int siggetmask(void);
/* System V's signal: the handler serves once, its signal is not blocked in it. */
extern void (*sysv_signal(int signal, void (*handler)(int)))(int);
#endif

__END_DECLS

#endif

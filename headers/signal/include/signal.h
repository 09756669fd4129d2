/* SPDX-License-Identifier: MIT
 * signal.h: raise that is right after a raw clone(2) too.
 */
#include_next <signal.h>

#ifndef WILDEBEEST_SIGNAL_SIGNAL_H
#define WILDEBEEST_SIGNAL_SIGNAL_H

#include <sys/cdefs.h>

/* Causes of a signal that asm-generic/siginfo.h has, as it writes them: it may be
 * included as well. */
#if defined _POSIX_C_SOURCE || defined _XOPEN_SOURCE || defined _GNU_SOURCE || \
	defined _BSD_SOURCE
#ifndef ILL_BADIADDR
#define ILL_BADIADDR	9
#endif
#ifndef FPE_FLTUNK
#define FPE_FLTUNK	14
#endif
#ifndef FPE_CONDTRAP
#define FPE_CONDTRAP	15
#endif
#ifndef SEGV_ACCADI
#define SEGV_ACCADI	5
#endif
#ifndef SEGV_ADIDERR
#define SEGV_ADIDERR	6
#endif
#ifndef SEGV_ADIPERR
#define SEGV_ADIPERR	7
#endif
#ifndef SEGV_CPERR
#define SEGV_CPERR	10
#endif
#ifndef TRAP_PERF
#define TRAP_PERF	6
#endif
#ifndef SI_DETHREAD
#define SI_DETHREAD	-7
#endif
#endif

__BEGIN_DECLS

extern int raise(int signal) __asm__("wildebeest_raise");

#if defined _GNU_SOURCE || defined _BSD_SOURCE
typedef union sigval sigval_t;
#ifndef SIGCLD
#define SIGCLD SIGCHLD
#endif
#ifndef SA_INTERRUPT
#define SA_INTERRUPT 0x20000000 /* the default on Linux */
#endif
#ifndef SA_STACK
#define SA_STACK SA_ONSTACK
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

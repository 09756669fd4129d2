/* SPDX-License-Identifier: MIT
 * pthread.h: what glibc's header of this name has and musl's lacks. The kind
 * of a mutex is the first word of musl's.
 */
#include_next <pthread.h>

#ifndef WILDEBEEST_PTHREAD_PTHREAD_H
#define WILDEBEEST_PTHREAD_PTHREAD_H

#include <features.h>
#include <sched.h>
#include <sys/cdefs.h>

/* Timed is the normal kind; adaptive is a hint to spin, which musl always
 * does. */
#define PTHREAD_MUTEX_TIMED_NP PTHREAD_MUTEX_NORMAL
#define PTHREAD_MUTEX_RECURSIVE_NP PTHREAD_MUTEX_RECURSIVE
#define PTHREAD_MUTEX_ERRORCHECK_NP PTHREAD_MUTEX_ERRORCHECK
#define PTHREAD_MUTEX_ADAPTIVE_NP PTHREAD_MUTEX_NORMAL
#define PTHREAD_MUTEX_STALLED_NP PTHREAD_MUTEX_STALLED
#define PTHREAD_MUTEX_ROBUST_NP PTHREAD_MUTEX_ROBUST

#ifdef _GNU_SOURCE
#define PTHREAD_MUTEX_FAST_NP PTHREAD_MUTEX_TIMED_NP

#define PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP {{{PTHREAD_MUTEX_RECURSIVE}}}
#define PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP {{{PTHREAD_MUTEX_ERRORCHECK}}}
#define PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP {{{PTHREAD_MUTEX_NORMAL}}}

__BEGIN_DECLS

extern int __REDIRECT_NTH(pthread_yield, (void), sched_yield)
	__attribute_deprecated_msg__("use sched_yield");
extern int __REDIRECT_NTH(pthread_mutex_consistent_np, (pthread_mutex_t *),
			  pthread_mutex_consistent);
extern int __REDIRECT_NTH(pthread_mutexattr_getrobust_np,
			  (const pthread_mutexattr_t *, int *),
			  pthread_mutexattr_getrobust);
extern int __REDIRECT_NTH(pthread_mutexattr_setrobust_np,
			  (pthread_mutexattr_t *, int),
			  pthread_mutexattr_setrobust);

__END_DECLS
#endif

#endif

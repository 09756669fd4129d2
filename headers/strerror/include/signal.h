/* SPDX-License-Identifier: MIT
 * signal.h: psignal with the texts of glibc's strsignal.
 */
#include_next <signal.h>

#ifndef WILDEBEEST_STRERROR_SIGNAL_H
#define WILDEBEEST_STRERROR_SIGNAL_H

#include <sys/cdefs.h>

__BEGIN_DECLS

#if defined _POSIX_C_SOURCE || defined _XOPEN_SOURCE || defined _GNU_SOURCE || \
	defined _BSD_SOURCE
extern void psignal(int signal, const char *prefix) __asm__("wildebeest_psignal");
#endif

__END_DECLS

#endif

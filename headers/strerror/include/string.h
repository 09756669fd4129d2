/* SPDX-License-Identifier: MIT
 * string.h: strerror and strsignal with the texts of glibc, which tests and logs
 * compare.
 */
#include_next <string.h>

#ifndef WILDEBEEST_STRERROR_STRING_H
#define WILDEBEEST_STRERROR_STRING_H

#include <sys/cdefs.h>

__BEGIN_DECLS

extern char *strerror(int number) __asm__("wildebeest_strerror");
#if defined _POSIX_C_SOURCE || defined _XOPEN_SOURCE || defined _GNU_SOURCE || \
	defined _BSD_SOURCE
extern char *strerror_l(int number, locale_t locale)
	__asm__("wildebeest_strerror_l");
extern char *strsignal(int signal) __asm__("wildebeest_strsignal");
#endif

__END_DECLS

#endif

/* SPDX-License-Identifier: MIT
 * time.h: what sets tzname sets both of it.
 */
#include_next <time.h>

#ifndef WILDEBEEST_TZNAME_TIME_H
#define WILDEBEEST_TZNAME_TIME_H

#include <sys/cdefs.h>

__BEGIN_DECLS

extern struct tm *localtime(const time_t *time) __asm__("wildebeest_localtime");
extern time_t mktime(struct tm *tm) __asm__("wildebeest_mktime");
#if defined _POSIX_C_SOURCE || defined _XOPEN_SOURCE || defined _GNU_SOURCE || \
	defined _BSD_SOURCE
extern void tzset(void) __asm__("wildebeest_tzset");
#endif

__END_DECLS

#endif

/* SPDX-License-Identifier: MIT
 * time.h: strptime as glibc has it. musl's leaves tm_wday and tm_yday unset, and
 * accepts signs.
 */
#include_next <time.h>

#ifndef WILDEBEEST_STRPTIME_TIME_H
#define WILDEBEEST_STRPTIME_TIME_H

#include <sys/cdefs.h>

__BEGIN_DECLS

#if defined _XOPEN_SOURCE || defined _BSD_SOURCE || defined _GNU_SOURCE
extern char *strptime(const char *__restrict string, const char *__restrict format,
		      struct tm *__restrict tm) __asm__("wildebeest_strptime");
#endif
#ifdef _GNU_SOURCE
#include <locale.h>
extern char *strptime_l(const char *__restrict string, const char *__restrict format,
			struct tm *__restrict tm, locale_t locale);
#endif

__END_DECLS

#endif

/* SPDX-License-Identifier: MIT
 * stdlib.h: strtol and its family as glibc has them: where there are no digits
 * errno stays as it is; musl sets EINVAL, which POSIX allows too. For ISO C23, and
 * where _GNU_SOURCE is defined, a number may begin with 0b, as in glibc since 2.38.
 */
#include_next <stdlib.h>

#ifndef WILDEBEEST_STRTOL_STDLIB_H
#define WILDEBEEST_STRTOL_STDLIB_H

#include <sys/cdefs.h>
#include <bits/wildebeest_isoc23.h>

__BEGIN_DECLS

extern long strtol(const char *__restrict string, char **__restrict end,
		     int base) __WILDEBEEST_ISOC23("strtol");
extern unsigned long strtoul(const char *__restrict string, char **__restrict end,
		     int base) __WILDEBEEST_ISOC23("strtoul");
#if !defined __STRICT_ANSI__ || __STDC_VERSION__ >= 199901L || \
	defined __cplusplus || defined _GNU_SOURCE
__extension__ extern long long strtoll(const char *__restrict string, char **__restrict end,
		     int base) __WILDEBEEST_ISOC23("strtoll");
__extension__ extern unsigned long long strtoull(const char *__restrict string, char **__restrict end,
		     int base) __WILDEBEEST_ISOC23("strtoull");
#endif

#ifdef _GNU_SOURCE
/* The locale matters to no digit. */
__extension__ extern long long strtoq(const char *__restrict string,
	char **__restrict end, int base) __WILDEBEEST_ISOC23("strtoll");
__extension__ extern unsigned long long strtouq(const char *__restrict string,
	char **__restrict end, int base) __WILDEBEEST_ISOC23("strtoull");
#include <locale.h>
extern long strtol_l(const char *__restrict string, char **__restrict end, int base,
		     locale_t locale);
extern unsigned long strtoul_l(const char *__restrict string, char **__restrict end,
			       int base, locale_t locale);
__extension__ extern long long strtoll_l(const char *__restrict string,
	char **__restrict end, int base, locale_t locale);
__extension__ extern unsigned long long strtoull_l(const char *__restrict string,
	char **__restrict end, int base, locale_t locale);
#endif

__END_DECLS

#endif

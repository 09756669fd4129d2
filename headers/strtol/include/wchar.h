/* SPDX-License-Identifier: MIT
 * wchar.h: wcstol and its family as glibc has them; see stdlib.h.
 */
#include_next <wchar.h>

#ifndef WILDEBEEST_STRTOL_WCHAR_H
#define WILDEBEEST_STRTOL_WCHAR_H

#include <sys/cdefs.h>
#include <bits/wildebeest_isoc23.h>

__BEGIN_DECLS

extern long wcstol(const wchar_t *__restrict string, wchar_t **__restrict end,
		   int base) __WILDEBEEST_ISOC23("wcstol");
extern unsigned long wcstoul(const wchar_t *__restrict string, wchar_t **__restrict end,
			     int base) __WILDEBEEST_ISOC23("wcstoul");
#if !defined __STRICT_ANSI__ || __STDC_VERSION__ >= 199901L || \
	defined __cplusplus || defined _GNU_SOURCE
__extension__ extern long long wcstoll(const wchar_t *__restrict string,
	wchar_t **__restrict end, int base) __WILDEBEEST_ISOC23("wcstoll");
__extension__ extern unsigned long long wcstoull(const wchar_t *__restrict string,
	wchar_t **__restrict end, int base) __WILDEBEEST_ISOC23("wcstoull");
#endif

__END_DECLS

#endif

/* SPDX-License-Identifier: MIT
 * wchar.h: what glibc's header of this name has and musl's lacks.
 */
#include_next <wchar.h>
#include <bits/wildebeest_locale.h>

#ifndef WILDEBEEST_LOCALE_WCHAR_H
#define WILDEBEEST_LOCALE_WCHAR_H

#include <features.h>
#include <sys/cdefs.h>

#ifdef _GNU_SOURCE
#define __NEED_locale_t
#include <bits/alltypes.h>

__BEGIN_DECLS

extern wchar_t *wcschrnul(const wchar_t *s, wchar_t c) __THROW
	__attribute_pure__;
extern wchar_t *wmempcpy(wchar_t *__restrict to, const wchar_t *__restrict from,
			 size_t n) __THROW;
/* wcsncpy and wcsncat that end the text; what they would have written whole. */
extern size_t wcslcpy(wchar_t *__restrict to, const wchar_t *__restrict from, size_t size);
extern size_t wcslcat(wchar_t *__restrict to, const wchar_t *__restrict from, size_t size);
extern long wcstol_l(const wchar_t *__restrict, wchar_t **__restrict, int,
		     locale_t) __THROW;
extern unsigned long wcstoul_l(const wchar_t *__restrict, wchar_t **__restrict,
			       int, locale_t) __THROW;
__extension__ extern long long wcstoll_l(const wchar_t *__restrict,
					 wchar_t **__restrict, int, locale_t)
	__THROW;
__extension__ extern unsigned long long wcstoull_l(const wchar_t *__restrict,
						   wchar_t **__restrict, int,
						   locale_t) __THROW;
extern double wcstod_l(const wchar_t *__restrict, wchar_t **__restrict, locale_t)
	__THROW;
extern float wcstof_l(const wchar_t *__restrict, wchar_t **__restrict, locale_t)
	__THROW;
extern long double wcstold_l(const wchar_t *__restrict, wchar_t **__restrict,
			     locale_t) __THROW;
__extension__ extern long long __REDIRECT_NTH(
	wcstoq, (const wchar_t *__restrict, wchar_t **__restrict, int), wcstoll);
__extension__ extern unsigned long long __REDIRECT_NTH(
	wcstouq, (const wchar_t *__restrict, wchar_t **__restrict, int),
	wcstoull);

__END_DECLS
#endif

#endif

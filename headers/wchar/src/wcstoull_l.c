/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <wchar.h>

unsigned long long wcstoull_l(const wchar_t *restrict nptr, wchar_t **restrict endptr,
	int base, locale_t locale)
{
	(void)locale;
	return wcstoull(nptr, endptr, base);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <wchar.h>

double wcstod_l(const wchar_t *restrict nptr, wchar_t **restrict endptr,
	locale_t locale)
{
	(void)locale;
	return wcstod(nptr, endptr);
}

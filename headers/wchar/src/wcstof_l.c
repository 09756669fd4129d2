/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <wchar.h>

float wcstof_l(const wchar_t *restrict nptr, wchar_t **restrict endptr,
	locale_t locale)
{
	(void)locale;
	return wcstof(nptr, endptr);
}

/* SPDX-License-Identifier: MIT */
#include "base.h"

#include <wchar.h>

/* The libc's own. */
extern unsigned long long libc_wcstoull(const wchar_t *__restrict string, wchar_t **__restrict end, int base) __asm__("wcstoull");

unsigned long long wcstoull(const wchar_t *__restrict string, wchar_t **__restrict end, int base)
{
	int caller = errno;
	unsigned long long value = libc_wcstoull(string, end, base);

	keep_errno(caller, base);
	return value;
}

/* SPDX-License-Identifier: MIT */
#include "base.h"

#include <wchar.h>

/* The libc's own. */
extern long long libc_wcstoll(const wchar_t *__restrict string, wchar_t **__restrict end, int base) __asm__("wcstoll");

long long wcstoll(const wchar_t *__restrict string, wchar_t **__restrict end, int base)
{
	int caller = errno;
	long long value = libc_wcstoll(string, end, base);

	keep_errno(caller, base);
	return value;
}

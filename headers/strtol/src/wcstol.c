/* SPDX-License-Identifier: MIT */
#include "base.h"

#include <wchar.h>

/* The libc's own. */
extern long libc_wcstol(const wchar_t *__restrict string, wchar_t **__restrict end, int base) __asm__("wcstol");

long wcstol(const wchar_t *__restrict string, wchar_t **__restrict end, int base)
{
	int caller = errno;
	long value = libc_wcstol(string, end, base);

	keep_errno(caller, base);
	return value;
}

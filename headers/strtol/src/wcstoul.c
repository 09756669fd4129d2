/* SPDX-License-Identifier: MIT */
#include "base.h"

#include <wchar.h>

/* The libc's own. */
extern unsigned long libc_wcstoul(const wchar_t *__restrict string, wchar_t **__restrict end, int base) __asm__("wcstoul");

unsigned long wcstoul(const wchar_t *__restrict string, wchar_t **__restrict end, int base)
{
	int caller = errno;
	unsigned long value = libc_wcstoul(string, end, base);

	keep_errno(caller, base);
	return value;
}

/* SPDX-License-Identifier: MIT */
#include "base.h"

#include <inttypes.h>

/* The libc's own. */
extern uintmax_t libc_wcstoumax(const wchar_t *__restrict string, wchar_t **__restrict end, int base) __asm__("wcstoumax");

uintmax_t wcstoumax(const wchar_t *__restrict string, wchar_t **__restrict end, int base)
{
	int caller = errno;
	uintmax_t value = libc_wcstoumax(string, end, base);

	keep_errno(caller, base);
	return value;
}

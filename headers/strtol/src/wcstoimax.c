/* SPDX-License-Identifier: MIT */
#include "base.h"

#include <inttypes.h>

/* The libc's own. */
extern intmax_t libc_wcstoimax(const wchar_t *__restrict string, wchar_t **__restrict end, int base) __asm__("wcstoimax");

intmax_t wcstoimax(const wchar_t *__restrict string, wchar_t **__restrict end, int base)
{
	int caller = errno;
	intmax_t value = libc_wcstoimax(string, end, base);

	keep_errno(caller, base);
	return value;
}

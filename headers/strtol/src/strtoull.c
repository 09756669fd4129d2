/* SPDX-License-Identifier: MIT */
#include "base.h"

#include <stdlib.h>

/* The libc's own. */
extern unsigned long long libc_strtoull(const char *__restrict string, char **__restrict end, int base) __asm__("strtoull");

unsigned long long strtoull(const char *__restrict string, char **__restrict end, int base)
{
	int caller = errno;
	unsigned long long value = libc_strtoull(string, end, base);

	keep_errno(caller, base);
	return value;
}

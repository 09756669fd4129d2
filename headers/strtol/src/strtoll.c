/* SPDX-License-Identifier: MIT */
#include "base.h"

#include <stdlib.h>

/* The libc's own. */
extern long long libc_strtoll(const char *__restrict string, char **__restrict end, int base) __asm__("strtoll");

long long strtoll(const char *__restrict string, char **__restrict end, int base)
{
	int caller = errno;
	long long value = libc_strtoll(string, end, base);

	keep_errno(caller, base);
	return value;
}

/* SPDX-License-Identifier: MIT */
#include "base.h"

#include <stdlib.h>

/* The libc's own. */
extern long libc_strtol(const char *__restrict string, char **__restrict end, int base) __asm__("strtol");

long strtol(const char *__restrict string, char **__restrict end, int base)
{
	int caller = errno;
	long value = libc_strtol(string, end, base);

	keep_errno(caller, base);
	return value;
}

/* SPDX-License-Identifier: MIT */
#include "base.h"

#include <stdlib.h>

/* The libc's own. */
extern unsigned long libc_strtoul(const char *__restrict string, char **__restrict end, int base) __asm__("strtoul");

unsigned long strtoul(const char *__restrict string, char **__restrict end, int base)
{
	int caller = errno;
	unsigned long value = libc_strtoul(string, end, base);

	keep_errno(caller, base);
	return value;
}

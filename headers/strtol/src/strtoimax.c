/* SPDX-License-Identifier: MIT */
#include "base.h"

#include <inttypes.h>

/* The libc's own. */
extern intmax_t libc_strtoimax(const char *__restrict string, char **__restrict end, int base) __asm__("strtoimax");

intmax_t strtoimax(const char *__restrict string, char **__restrict end, int base)
{
	int caller = errno;
	intmax_t value = libc_strtoimax(string, end, base);

	keep_errno(caller, base);
	return value;
}

/* SPDX-License-Identifier: MIT */
#include "base.h"

#include <inttypes.h>

/* The libc's own. */
extern uintmax_t libc_strtoumax(const char *__restrict string, char **__restrict end, int base) __asm__("strtoumax");

uintmax_t strtoumax(const char *__restrict string, char **__restrict end, int base)
{
	int caller = errno;
	uintmax_t value = libc_strtoumax(string, end, base);

	keep_errno(caller, base);
	return value;
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdlib.h>

unsigned long long strtoull_l(const char *restrict nptr, char **restrict endptr, int base,
		 locale_t locale)
{
	/* No locale of musl groups digits or has other ones. */
	(void)locale;
	return strtoull(nptr, endptr, base);
}

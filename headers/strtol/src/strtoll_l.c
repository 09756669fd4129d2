/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdlib.h>

long long strtoll_l(const char *__restrict string, char **__restrict end, int base,
	locale_t locale)
{
	(void)locale; /* musl has no locale with digits of its own */
	return strtoll(string, end, base);
}

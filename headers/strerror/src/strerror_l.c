/* SPDX-License-Identifier: MIT */
#include <string.h>

/* strerror_l(3): no locale has texts of its own. */
char *strerror_l(int number, locale_t locale)
{
	(void)locale;
	return strerror(number);
}

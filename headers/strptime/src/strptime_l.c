/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <time.h>

/* Names of days and months are the same in each of musl's locales. */
char *strptime_l(const char *__restrict string, const char *__restrict format,
		 struct tm *__restrict tm, locale_t locale)
{
	(void)locale;
	return strptime(string, format, tm);
}

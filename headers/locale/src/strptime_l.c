/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <locale.h>
#include <time.h>

/* The names of months and days are those of the thread's locale. */
char *strptime_l(const char *restrict s, const char *restrict format,
		 struct tm *tm, locale_t locale)
{
	locale_t before = uselocale(locale);
	char *rest = strptime(s, format, tm);

	uselocale(before);
	return rest;
}

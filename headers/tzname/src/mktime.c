/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <time.h>

extern time_t libc_mktime(struct tm *tm) __asm__("mktime");

/* mktime acts as though it called tzset (POSIX). */
time_t mktime(struct tm *tm)
{
	tzset();
	return libc_mktime(tm);
}

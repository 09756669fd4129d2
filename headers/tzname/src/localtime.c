/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <time.h>

extern struct tm *libc_localtime(const time_t *time) __asm__("localtime");

/* localtime acts as though it called tzset (POSIX). */
struct tm *localtime(const time_t *time)
{
	tzset();
	return libc_localtime(time);
}

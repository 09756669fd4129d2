/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <time.h>

time_t timelocal(struct tm *time)
{
	return mktime(time);
}

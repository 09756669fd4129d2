/* SPDX-License-Identifier: MIT
 * time.h: older functions of calendars.
 */
#include_next <time.h>

#ifndef WILDEBEEST_CALENDAR_TIME_H
#define WILDEBEEST_CALENDAR_TIME_H

#include <features.h>

#if defined _GNU_SOURCE || defined _BSD_SOURCE
#include <sys/cdefs.h>

__BEGIN_DECLS

/* What mktime does. */
extern time_t timelocal(struct tm *time);
/* The days of a year. */
extern int dysize(int year) __attribute_const__;

__END_DECLS
#endif

#endif

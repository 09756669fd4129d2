/* SPDX-License-Identifier: MIT
 * time.h: older functions of calendars, and the resolution of timespec_get.
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

#ifdef _GNU_SOURCE
#include <sys/cdefs.h>

__BEGIN_DECLS

/* ISO C23: how fine the clock of timespec_get is; base, or 0. */
extern int timespec_getres(struct timespec *resolution, int base) __THROW;

__END_DECLS
#endif

#endif

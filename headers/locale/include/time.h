/* SPDX-License-Identifier: MIT
 * time.h: strptime with a locale.
 */
#include_next <time.h>

#ifndef WILDEBEEST_LOCALE_TIME_H
#define WILDEBEEST_LOCALE_TIME_H

#include <features.h>
#include <sys/cdefs.h>

#ifdef _GNU_SOURCE
#define __NEED_locale_t
#include <bits/alltypes.h>

__BEGIN_DECLS

extern char *strptime_l(const char *__restrict s, const char *__restrict format,
			struct tm *tm, locale_t locale) __THROW;

__END_DECLS
#endif

#endif

/* SPDX-License-Identifier: MIT
 * locale.h: the old name of locale_t.
 */
#include_next <locale.h>

#ifndef WILDEBEEST_LOCALE_LOCALE_H
#define WILDEBEEST_LOCALE_LOCALE_H

#include <features.h>

#if defined _GNU_SOURCE || defined _BSD_SOURCE || defined _XOPEN_SOURCE || \
	(defined _POSIX_C_SOURCE && _POSIX_C_SOURCE >= 200809L)
typedef locale_t __locale_t;
#endif

#endif

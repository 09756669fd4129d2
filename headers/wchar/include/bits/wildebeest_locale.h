/* SPDX-License-Identifier: MIT
 * bits/wildebeest_locale.h: the old name of locale_t, behind a header that has
 * locale_t itself.
 */
#ifndef WILDEBEEST_WCHAR_LOCALE_H
#if defined _GNU_SOURCE || defined _BSD_SOURCE || defined _XOPEN_SOURCE || \
	(defined _POSIX_C_SOURCE && _POSIX_C_SOURCE >= 200809L)
#define WILDEBEEST_WCHAR_LOCALE_H
#define __NEED_locale_t
#include <bits/alltypes.h>
typedef locale_t __locale_t;
#endif
#endif

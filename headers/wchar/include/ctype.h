/* SPDX-License-Identifier: MIT
 * ctype.h: the two macros on ASCII that take a locale too.
 */
#include_next <ctype.h>
#include <bits/wildebeest_locale.h>

#ifndef WILDEBEEST_LOCALE_CTYPE_H
#define WILDEBEEST_LOCALE_CTYPE_H

#include <features.h>

#if defined _GNU_SOURCE || defined _BSD_SOURCE
#define isascii_l(c, locale) ((void)(locale), isascii(c))
#define toascii_l(c, locale) ((void)(locale), toascii(c))
#endif

#endif

/* SPDX-License-Identifier: MIT
 * locale.h: names of locales that are looked at, and a mask of the categories
 * that exist.
 */
#include_next <locale.h>

#ifndef WILDEBEEST_LOCALENAME_LOCALE_H
#define WILDEBEEST_LOCALENAME_LOCALE_H

#include <sys/cdefs.h>

__BEGIN_DECLS

extern char *setlocale(int category, const char *name)
	__asm__("wildebeest_setlocale");

#ifdef LC_CTYPE_MASK
/* musl's has a bit for everything. */
#undef LC_ALL_MASK
#define LC_ALL_MASK \
	(LC_CTYPE_MASK | LC_NUMERIC_MASK | LC_TIME_MASK | LC_COLLATE_MASK | \
	 LC_MONETARY_MASK | LC_MESSAGES_MASK)

extern locale_t newlocale(int mask, const char *name, locale_t base)
	__asm__("wildebeest_newlocale");
#endif

__END_DECLS

#endif

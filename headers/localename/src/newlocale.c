/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "names.h"

#include <errno.h>
#include <limits.h>
#include <locale.h>
#include <string.h>

extern locale_t libc_newlocale(int mask, const char *name, locale_t base)
	__asm__("newlocale");

/* The categories of mask that have the same name as its lowest. */
static int alike(int mask, const struct wildebeest_localename *names)
{
	int first = __builtin_ctz((unsigned)mask), same = 0;

	for (int category = first; category < CATEGORIES; category++)
		if (mask & 1 << category && strcmp(names->of[category], names->of[first]) == 0)
			same |= 1 << category;
	return same;
}

/* The locale is built in a copy of base, which stays as it is if that fails. */
static locale_t build(int mask, const struct wildebeest_localename *names, locale_t base)
{
	locale_t made = base ? duplocale(base) : (locale_t)0;

	if (base && !made)
		return (locale_t)0;
	while (mask) {
		int same = alike(mask, names);
		locale_t next = libc_newlocale(same, names->of[__builtin_ctz((unsigned)same)], made);

		if (!next) {
			int error = errno;
			if (made)
				freelocale(made);
			errno = error;
			return (locale_t)0;
		}
		made = next;
		mask &= ~same;
	}
	if (base)
		freelocale(base);
	return made;
}

/* The locale, or 0 with errno: ENOENT where there is none of this name, EINVAL for
 * what is no name or no category, ENOMEM. */
locale_t newlocale(int mask, const char *name, locale_t base)
{
	struct wildebeest_localename names;
	/* LC_ALL's own bit, and musl's mask for all, say all too. */
	int is_all = mask == LC_ALL_MASK || mask == 1 << LC_ALL || mask == INT_MAX;
	struct wildebeest_localename_change change = {
		.mask = is_all ? LC_ALL_MASK : mask, .is_all = is_all, .composite = 1};
	int error = !name || change.mask & ~LC_ALL_MASK ? EINVAL : 0;

	if (!error)
		error = wildebeest_localename_resolve(&change, name, &names);
	if (error) {
		errno = error;
		return (locale_t)0;
	}
	if (!change.mask || alike(change.mask, &names) == change.mask)
		return libc_newlocale(change.mask, change.mask ? names.of[__builtin_ctz((unsigned)change.mask)] : "C", base);
	return build(change.mask, &names, base);
}

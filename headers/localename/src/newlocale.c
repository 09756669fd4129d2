/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "names.h"

#include <errno.h>
#include <limits.h>
#include <locale.h>
#include <string.h>

extern locale_t libc_newlocale(int mask, const char *name, locale_t base)
	__asm__("newlocale");

/* The name of the lowest category of mask, which is not 0. */
static const char *first(int mask, const struct wildebeest_localename *names)
{
	return names->of[__builtin_ctz((unsigned)mask)];
}

/* The categories of mask that have that name. */
static int alike(int mask, const struct wildebeest_localename *names)
{
	int same = 0;

	for (int category = 0; category < CATEGORIES; category++)
		if (mask & 1 << category && strcmp(names->of[category], first(mask, names)) == 0)
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
		locale_t next = libc_newlocale(same, first(same, names), made);

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
	if (!change.mask)
		return libc_newlocale(0, "C", base);
	if (alike(change.mask, &names) == change.mask)
		return libc_newlocale(change.mask, first(change.mask, &names), base);
	return build(change.mask, &names, base);
}

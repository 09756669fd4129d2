/* SPDX-License-Identifier: MIT */
#include "match.h"

int wildebeest_bracket_simple(const char **pattern, const char *end, wint_t c,
			      enum bracket *result)
{
	const char *at = *pattern + 1, *first;
	int negated = at < end && (*at == '!' || *at == '^'), hit = 0;

	for (first = at += negated; at < end && (*at != ']' || at == first);) {
		unsigned char from = (unsigned char)*at, to = from;

		if (end - at > 2 && at[1] == '-' && at[2] != ']') {
			to = (unsigned char)at[2];
			at += 2;
		}
		if (from >= 0x80 || to >= 0x80 || from == '[' || to == '[' || from == '\\' || to == '\\')
			return 0;
		hit |= from <= c && c <= to;
		at++;
	}
	if (at >= end)
		return 0;
	*pattern = at + 1;
	*result = hit != negated ? BRACKET_HIT : BRACKET_MISS;
	return 1;
}

enum bracket wildebeest_bracket(const struct subject *subject,
				const char **pattern, const char *end, wint_t c)
{
	enum bracket result;

	if (c < 0x80 && !(subject->flags & FNM_CASEFOLD) &&
	    wildebeest_bracket_simple(pattern, end, c, &result))
		return result;
	return wildebeest_bracket_any(subject, pattern, end, c);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "one.h"

/* Whether a byte of the pattern stands for itself, and for no other character
 * but its other case: in ASCII. */
static inline int plain(unsigned char want)
{
	return want < 0x80 && want != '?' && want != '*' && want != '[' && want != '\\';
}

static inline int same(const struct subject *subject, unsigned char want, unsigned char have)
{
	return want == have || (subject->flags & FNM_CASEFOLD && small(want) == small(have));
}

/* Whether the pattern's rest, behind its last '*', is plain and so can only be
 * the end of the string: *matches tells if it is that. */
static int by_end(const struct subject *subject, const char *rest, const char *end,
		  const char *string, int *matches)
{
	const char *at = subject->end;

	if (subject->flags & (FNM_PATHNAME | FNM_LEADING_DIR))
		return 0;
	for (const char *each = rest; each < end; each++)
		if (!plain((unsigned char)*each))
			return 0;
	*matches = end - rest <= at - string;
	while (*matches && end > rest)
		*matches = same(subject, (unsigned char)*--end, (unsigned char)*--at);
	return 1;
}

/* The next place where what begins with a plain byte can match, from string on:
 * that of the byte, or one that ends the search or needs a closer look. */
static const char *candidate(const struct subject *subject, unsigned char want, const char *string)
{
	unsigned char low = want, high = want;

	if (subject->flags & FNM_CASEFOLD && small(want) >= 'a' && small(want) <= 'z') {
		low = (unsigned char)small(want);
		high = (unsigned char)(low - 'a' + 'A');
	}
	for (; string != subject->end; string++) {
		unsigned char have = (unsigned char)*string;

		if (have == low || have == high || have >= 0x80 || separator(subject, string))
			break;
	}
	return string;
}

/* Only the last '*' is ever tried again: what an earlier one could take
 * instead, the last one can take too. Under FNM_PATHNAME a matched '/' ends
 * that, as no '*' crosses it. */
int wildebeest_fnmatch_plain(const struct subject *subject, const char *pattern,
			     const char *end, const char *string)
{
	const char *star = NULL, *tried = NULL;
	wint_t ignored;
	int matches;

	for (;;) {
		const char *before = string, *next = NULL;

		if (pattern == end) {
			if (ending(subject, string))
				return 0;
		} else if (*pattern == '*') {
			if (leading_period(subject, string))
				return FNM_NOMATCH;
			while (pattern < end && *pattern == '*')
				pattern++;
			if (by_end(subject, pattern, end, string, &matches))
				return matches ? 0 : FNM_NOMATCH;
			star = pattern;
			next = string;
		} else if (string == subject->end) {
			return FNM_NOMATCH;
		} else if (plain((unsigned char)*pattern) && (unsigned char)*string < 0x80) {
			if (same(subject, (unsigned char)*pattern, (unsigned char)*string)) {
				if (separator(subject, string))
					star = NULL;
				pattern++;
				string++;
				continue;
			}
		} else if (one(subject, &pattern, end, &string)) {
			if (separator(subject, before))
				star = NULL;
			continue;
		}
		if (!next) {
			if (!star || tried == subject->end || separator(subject, tried))
				return FNM_NOMATCH;
			next = character(subject, tried, &ignored);
		}
		if (plain((unsigned char)*star))
			next = candidate(subject, (unsigned char)*star, next);
		pattern = star;
		string = tried = next;
	}
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "one.h"

/* Whether a byte of the string and one of the pattern that stands for itself can
 * be compared as they are: in ASCII, which has no other characters in its case. */
static inline int comparable(unsigned char want, unsigned char have)
{
	return want < 0x80 && have < 0x80 && want != '?' && want != '*' && want != '[' && want != '\\';
}

static inline int same(const struct subject *subject, unsigned char want, unsigned char have)
{
	return want == have || (subject->flags & FNM_CASEFOLD && small(want) == small(have));
}

/* Only the last '*' is ever tried again: what an earlier one could take
 * instead, the last one can take too. Under FNM_PATHNAME a matched '/' ends
 * that, as no '*' crosses it. */
int wildebeest_fnmatch_plain(const struct subject *subject,
			     const char *pattern, const char *end)
{
	const char *string = subject->start;
	const char *star = NULL, *tried = NULL;
	wint_t ignored;

	for (;;) {
		const char *before = string;

		if (pattern == end) {
			if (ending(subject, string))
				return 0;
		} else if (*pattern == '*') {
			if (leading_period(subject, string))
				return FNM_NOMATCH;
			while (pattern < end && *pattern == '*')
				pattern++;
			if (pattern == end && !(subject->flags & FNM_PATHNAME))
				return 0;
			star = pattern;
			tried = string;
			continue;
		} else if (string == subject->end) {
			return FNM_NOMATCH;
		} else if (comparable((unsigned char)*pattern, (unsigned char)*string)) {
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
		if (!star || tried == subject->end || separator(subject, tried))
			return FNM_NOMATCH;
		tried = character(subject, tried, &ignored);
		while (star < end && tried != subject->end && !separator(subject, tried) &&
		       comparable((unsigned char)*star, (unsigned char)*tried) &&
		       !same(subject, (unsigned char)*star, (unsigned char)*tried))
			tried++;
		pattern = star;
		string = tried;
	}
}

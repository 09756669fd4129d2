/* SPDX-License-Identifier: MIT
 * one.h: a single element of a pattern, inlined into both matchers.
 */
#ifndef WILDEBEEST_FNMATCH_ONE_H
#define WILDEBEEST_FNMATCH_ONE_H

#include "match.h"

/* Whether c stands for itself, one byte for one byte, and is not the first of
 * an extended pattern. */
static inline int literal(const struct subject *subject, unsigned char c)
{
	return c < 0x80 && c != '?' && c != '*' && c != '[' && c != '\\' &&
	       !(subject->flags & FNM_CASEFOLD);
}

/* Match the one element at *pattern, no '*', with one character at *string;
 * both move on. Returns whether they matched. */
static inline int one(const struct subject *subject, const char **pattern,
		      const char *end, const char **string)
{
	const char *from = *string;
	wint_t want, have;

	if (from == subject->end)
		return 0;
	*string = character(subject, from, &have);
	switch (**pattern) {
	case '?':
		++*pattern;
		return !separator(subject, from) && !leading_period(subject, from);
	case '[':
		switch (wildebeest_bracket(subject, pattern, end, have)) {
		case BRACKET_MISS:
			return 0;
		case BRACKET_HIT:
			return !separator(subject, from) &&
			       !leading_period(subject, from);
		case BRACKET_LITERAL:
			break;
		}
		break;
	case '\\':
		/* Observed on glibc 2.36: a backslash at the end of the
		 * pattern matches nothing. */
		if (!(subject->flags & FNM_NOESCAPE) && ++*pattern == end)
			return 0;
		break;
	}
	*pattern = character(subject, *pattern, &want);
	return want == have || folded(subject, want) == folded(subject, have);
}

#endif

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "match.h"

int wildebeest_fnmatch_one(const struct subject *subject, const char **pattern,
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

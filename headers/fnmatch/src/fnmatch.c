/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <string.h>

#include "match.h"

/* Whether text has a character of several bytes, and only valid ones: else
 * bytes are compared. */
static int ascii(const char *text, const char *end)
{
	for (; text < end; text++)
		if ((unsigned char)*text >= 0x80)
			return 0;
	return 1;
}

static int valid(const char *text)
{
	return mbstowcs(NULL, text, 0) != (size_t)-1;
}

static int extended(const char *pattern)
{
	for (const char *open = pattern; (open = strchr(open, '(')); open++)
		if (open > pattern && is_operator(open[-1]))
			return 1;
	return 0;
}

/* Whether a bracket expression is one that by_prefix can decide. */
static int by_bracket(const char **pattern, unsigned char have, int flags,
		      enum bracket *result)
{
	return have && have < 0x80 && have != '/' && have != '.' && !(flags & FNM_CASEFOLD) &&
	       wildebeest_bracket_simple(pattern, *pattern + strlen(*pattern), have, result);
}

/* Most patterns fail, and before their first '*': 0 or FNM_NOMATCH where that
 * decides. Else -1, with what has matched behind. */
static int by_prefix(const char **pattern, const char **string, int flags)
{
	for (;; ++*pattern, ++*string) {
		unsigned char want = (unsigned char)**pattern, have = (unsigned char)**string;
		enum bracket found;

		while (want == '[' && by_bracket(pattern, have, flags, &found)) {
			if (found == BRACKET_MISS)
				return FNM_NOMATCH;
			want = (unsigned char)**pattern;
			have = (unsigned char)*++*string;
		}
		if (want >= 0x80 || have >= 0x80 || want == '*' || want == '?' || want == '[' || want == '\\')
			return -1;
		if (flags & FNM_EXTMATCH && is_operator((char)want) && (*pattern)[1] == '(')
			return -1;
		if (want == have && want)
			continue;
		if (!want)
			return have == 0 || (flags & FNM_LEADING_DIR && have == '/') ? 0 : FNM_NOMATCH;
		if (!(flags & FNM_CASEFOLD) || small(want) != small(have))
			return FNM_NOMATCH;
	}
}

int fnmatch(const char *pattern, const char *string, int flags)
{
	struct subject subject = {string, string, flags, 0};
	const char *end;
	int decided = by_prefix(&pattern, &string, flags);

	if (decided >= 0)
		return decided;
	subject.end = string + strlen(string);
	end = pattern + strlen(pattern);
	if (MB_CUR_MAX > 1 &&
	    !(ascii(pattern, end) && ascii(string, subject.end)))
		subject.wide = valid(pattern) && valid(string);
	if (flags & FNM_EXTMATCH && extended(pattern))
		return wildebeest_fnmatch_extended(&subject, pattern, end, string);
	return wildebeest_fnmatch_plain(&subject, pattern, end, string);
}

/* SPDX-License-Identifier: MIT
 * match.h: what the parts of fnmatch share. Patterns are bounded by a pointer,
 * as a part of an extended pattern ends before its '|' or ')'.
 */
#ifndef WILDEBEEST_FNMATCH_MATCH_H
#define WILDEBEEST_FNMATCH_MATCH_H

#include <fnmatch.h>
#include <stdlib.h>
#include <wctype.h>

/* The string to match, and how. */
struct subject {
	const char *start, *end;
	int flags;
	int wide; /* characters may have more than one byte */
};

enum bracket {
	BRACKET_MISS,
	BRACKET_HIT,
	BRACKET_LITERAL /* it never ends: '[' stands for itself */
};

/* Whether character c is in the bracket expression that starts at *pattern,
 * a '['. Moves *pattern behind it, unless it is BRACKET_LITERAL. */
enum bracket wildebeest_bracket(const struct subject *subject,
				const char **pattern, const char *end, wint_t c);

/* The same, slowly: what bracket expressions there are. */
enum bracket wildebeest_bracket_any(const struct subject *subject,
				    const char **pattern, const char *end, wint_t c);

/* The same, case and all, for what most expressions are: single characters of
 * ASCII and ranges of them, with nothing quoted. Returns whether it is one. */
int wildebeest_bracket_simple(const char **pattern, const char *end, wint_t c,
			      enum bracket *result);

/* The end of one alternative that starts at text: its '|' or ')'. NULL when the
 * list is never closed. */
const char *wildebeest_fnmatch_alternative(const struct subject *subject,
					   const char *text, const char *end);
/* The ')' of the list that starts behind a '('; NULL when there is none. */
const char *wildebeest_fnmatch_close(const struct subject *subject,
				     const char *list, const char *end);
/* Whether the list is one element of one character, as in "+([0-9])". */
int wildebeest_fnmatch_single(const struct subject *subject, const char *list,
			      const char *close);

/* Match from string on, without extended patterns: 0, or FNM_NOMATCH. */
int wildebeest_fnmatch_plain(const struct subject *subject, const char *pattern,
			     const char *end, const char *string);

/* The same with them: 0, FNM_NOMATCH, or -1 with errno set. */
int wildebeest_fnmatch_extended(const struct subject *subject,
				const char *pattern, const char *end,
				const char *string);

/* Whether "c(" opens a list. */
static inline int is_operator(char c)
{
	return c == '?' || c == '*' || c == '+' || c == '@' || c == '!';
}

/* Read one character; returns what is behind it. */
static inline const char *character(const struct subject *subject,
				    const char *text, wint_t *c)
{
	wchar_t wide;
	int length;

	*c = (unsigned char)*text;
	if (!subject->wide || *c < 0x80)
		return text + 1;
	length = mbtowc(&wide, text, MB_CUR_MAX);
	if (length < 1)
		return text + 1;
	*c = wide;
	return text + length;
}

static inline wint_t small(wint_t c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

/* Fold the case of c under FNM_CASEFOLD. A byte that is no character has none:
 * towlower would take it for the one of Latin 1. */
static inline wint_t folded(const struct subject *subject, wint_t c)
{
	if (!(subject->flags & FNM_CASEFOLD) || (!subject->wide && c >= 0x80))
		return c;
	return c < 0x80 ? small(c) : towlower(c);
}

/* Whether string is at a period that only a literal period matches. */
static inline int leading_period(const struct subject *subject,
				 const char *string)
{
	return subject->flags & FNM_PERIOD && *string == '.' &&
	       (string == subject->start ||
		(subject->flags & FNM_PATHNAME && string[-1] == '/'));
}

/* Whether a wildcard stops at string. */
static inline int separator(const struct subject *subject, const char *string)
{
	return subject->flags & FNM_PATHNAME && *string == '/';
}

/* Whether a match may end at string. */
static inline int ending(const struct subject *subject, const char *string)
{
	return string == subject->end ||
	       (subject->flags & FNM_LEADING_DIR && *string == '/');
}

#endif

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <string.h>

#include "match.h"

enum { CLASS_NAME_SIZE = 32 };

/* The kind of element that "[:", "[." or "[=" opens at text, when it is closed
 * before end; *close is its closing pair. 0 when it is a plain character.
 * Observed on glibc 2.36: "[." is none even unclosed; *close is NULL then. */
static int special(const char *text, const char *end, const char **close)
{
	*close = NULL;
	if (end - text < 2 || *text != '[' || !strchr(":.=", text[1]))
		return 0;
	for (const char *at = text + 2; at + 1 < end; at++)
		if (at[0] == text[1] && at[1] == ']') {
			*close = at;
			return text[1];
		}
	return text[1] == '.' ? '.' : 0;
}

static int in_class(const struct subject *subject, const char *name,
		    size_t size, wint_t c, int *known)
{
	char text[CLASS_NAME_SIZE];
	wctype_t class;

	*known = 0;
	if (size >= sizeof text)
		return 0;
	memcpy(text, name, size);
	text[size] = '\0';
	class = wctype(text);
	*known = class != 0;
	return class && (subject->wide || c < 0x80) && iswctype(c, class);
}

/* Read an end point of a range: a character, an escaped one or "[.x.]". NULL
 * when the pattern ends in it; *valid is cleared for "[.several.]". */
static const char *point(const struct subject *subject, const char *at,
			 const char *end, wint_t *c, int *valid)
{
	const char *close;

	if (special(at, end, &close) == '.') {
		if (!close || character(subject, at + 2, c) != close)
			*valid = 0;
		return close ? close + 2 : end;
	}
	if (*at == '\\' && !(subject->flags & FNM_NOESCAPE) && ++at == end)
		return NULL;
	return character(subject, at, c);
}

/* Observed on glibc 2.36: an unknown class or "[.several.]" makes the whole
 * expression match nothing, unless the character was found before it. */
enum bracket wildebeest_bracket_any(const struct subject *subject,
				    const char **pattern, const char *end, wint_t c)
{
	const char *at = *pattern + 1, *first, *close;
	int negated = at < end && (*at == '!' || *at == '^');
	int hit = 0, valid = 1;
	wint_t from, to, low = folded(subject, c);

	at += negated;
	for (first = at; at < end && (*at != ']' || at == first);) {
		int kind = special(at, end, &close), known = 1;

		if (kind == ':') {
			hit |= in_class(subject, at + 2, (size_t)(close - at - 2), c,
					&known);
			valid &= known | hit;
			at = close + 2;
			continue;
		}
		if (kind == '=') {
			known = character(subject, at + 2, &from) == close;
			hit |= known && from == c;
			valid &= known | hit;
			at = close + 2;
			continue;
		}
		if (!(at = point(subject, at, end, &from, &known)))
			return BRACKET_LITERAL;
		valid &= known | hit;
		to = from;
		if (end - at == 1 && *at == '-')
			valid &= hit;
		if (end - at > 1 && at[0] == '-' && at[1] != ']') {
			at = point(subject, at + 1, end, &to, &known);
			if (!at)
				return BRACKET_LITERAL;
			valid &= known | hit;
		}
		hit |= known && folded(subject, from) <= low && low <= folded(subject, to);
	}
	if (at >= end && valid)
		return BRACKET_LITERAL;
	*pattern = at < end ? at + 1 : end;
	return valid && hit != negated ? BRACKET_HIT : BRACKET_MISS;
}

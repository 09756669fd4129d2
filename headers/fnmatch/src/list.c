/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "match.h"

/* Observed on glibc 2.36: only parentheses behind an operator nest. */
const char *wildebeest_fnmatch_alternative(const struct subject *subject,
					   const char *text, const char *end)
{
	int level = 0, operator = 0; /* whether the last character is one */

	for (; text < end; text++) {
		int opens = operator && *text == '(';

		operator = is_operator(*text);
		if (*text == '\\' && !(subject->flags & FNM_NOESCAPE)) {
			text++;
		} else if (*text == '[') {
			const char *behind = text;

			/* Observed on glibc 2.36: a '[' without its ']' hides
			 * the end of the list. */
			if (wildebeest_bracket(subject, &behind, end, L'a') ==
			    BRACKET_LITERAL)
				return NULL;
			text = behind - 1;
		} else if (opens) {
			level++;
		} else if (*text == ')' && level-- == 0) {
			return text;
		} else if (*text == '|' && level == 0) {
			return text;
		}
	}
	return NULL;
}

const char *wildebeest_fnmatch_close(const struct subject *subject,
				     const char *list, const char *end)
{
	while ((list = wildebeest_fnmatch_alternative(subject, list, end)) &&
	       *list == '|')
		list++;
	return list;
}

int wildebeest_fnmatch_single(const struct subject *subject, const char *list,
			      const char *close)
{
	const char *behind = list;
	wint_t ignored;

	if (list == close || *list == '*' || list[1] == '(')
		return 0;
	if (*list != '[' ||
	    wildebeest_bracket(subject, &behind, close, L'a') == BRACKET_LITERAL) {
		behind += *list == '\\' && !(subject->flags & FNM_NOESCAPE);
		behind = character(subject, behind, &ignored);
	}
	return behind == close;
}

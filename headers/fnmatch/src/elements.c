/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "elements.h"

#include "one.h"

void wildebeest_fnmatch_star(const struct subject *subject, struct positions *set)
{
	const char *string = subject->start;
	wint_t ignored;
	int open = 0;

	if (!subject->wide && !(subject->flags & (FNM_PATHNAME | FNM_PERIOD))) {
		positions_fill(set, (size_t)positions_next(set, 0),
			       (size_t)(subject->end - subject->start));
		return;
	}
	for (;; string = character(subject, string, &ignored)) {
		size_t at = (size_t)(string - subject->start);

		if (positions_has(set, at)) {
			if (!leading_period(subject, string))
				open = 1;
			else if (!open)
				set->bits[at / 64] &= ~(UINT64_C(1) << at % 64);
		}
		if (open)
			positions_add(set, at);
		if (string == subject->end)
			return;
		if (separator(subject, string))
			open = 0;
	}
}

size_t wildebeest_fnmatch_plain_bytes(const struct subject *subject,
				      const char *pattern, const char *end)
{
	const char *at = pattern;

	while (at < end && literal(subject, (unsigned char)*at) &&
	       !(at > pattern && is_operator(*at) && end - at > 1 && at[1] == '('))
		at++;
	return (size_t)(at - pattern);
}

int wildebeest_fnmatch_bytes(const struct subject *subject, const char *pattern,
			     size_t size, struct positions *set)
{
	size_t length = (size_t)(subject->end - subject->start);
	struct positions ends;

	if (!positions_make(&ends, length))
		return -1;
	for (size_t word = 0; word < set->words; word++)
		for (uint64_t rest = set->bits[word]; rest; rest &= rest - 1) {
			size_t at = word * 64 + (size_t)__builtin_ctzll(rest);

			if (subject->start[at] == *pattern && size <= length - at &&
			    !memcmp(subject->start + at, pattern, size))
				positions_add(&ends, at + size);
		}
	positions_copy(set, &ends);
	positions_free(&ends);
	return 0;
}

int wildebeest_fnmatch_element(const struct subject *subject,
			       const char **pattern, const char *end,
			       struct positions *set)
{
	ptrdiff_t length = subject->end - subject->start;
	const char *behind = end; /* when no start is left, nothing matches */
	struct positions ends;

	if (!positions_make(&ends, (size_t)length))
		return -1;
	for (ptrdiff_t at = 0; (at = positions_next(set, (size_t)at)) >= 0 &&
			       at < length; at++) {
		const char *string = subject->start + at;

		behind = *pattern;
		if (one(subject, &behind, end, &string))
			positions_add(&ends, (size_t)(string - subject->start));
	}
	*pattern = behind;
	positions_copy(set, &ends);
	positions_free(&ends);
	return 0;
}

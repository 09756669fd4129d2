/* SPDX-License-Identifier: MIT
 * Extended patterns are matched with all starting places at once: each element
 * turns the set of places where it may start into the set where it may end. So
 * no pattern takes exponential time, as trying the alternatives one after the
 * other would.
 */
#define _GNU_SOURCE
#include <errno.h>

#include "elements.h"
#include "one.h"

/* Deeper nesting is refused: each level takes stack. */
enum { MAXIMUM_DEPTH = 1000 };

static int sequence(const struct subject *subject, const char *pattern,
		    const char *end, struct positions *set, int depth);

/* Where a list of alternatives, closed by ')', may end: into reached. */
static int any_of(const struct subject *subject, const char *list,
		  const char *close, const struct positions *from,
		  struct positions *reached, int depth)
{
	struct positions set;
	int failed = 0;

	if (!positions_make(&set, (size_t)(subject->end - subject->start)))
		return -1;
	positions_clear(reached);
	while (!failed) {
		const char *end = wildebeest_fnmatch_alternative(subject, list,
								 close);

		positions_copy(&set, from);
		failed = sequence(subject, list, end ? end : close, &set, depth);
		positions_unite(reached, &set);
		if (!end)
			break;
		list = end + 1;
	}
	positions_free(&set);
	return failed;
}

/* "!(list)": from each start, all ends that the list lacks. Observed on
 * glibc 2.36: a '/' or a leading period does not stop it, whatever the flags;
 * and under FNM_LEADING_DIR the list also has what is below its directories. */
static int none_of(const struct subject *subject, const char *list,
		   const char *close, struct positions *set, int depth)
{
	size_t length = (size_t)(subject->end - subject->start);
	struct positions start = {0}, reached = {0}, all = {0};
	wint_t ignored;
	int failed = !(positions_make(&start, length) &&
		       positions_make(&reached, length) &&
		       positions_make(&all, length));

	for (ptrdiff_t at = 0; !failed; at++) {
		if ((at = positions_next(set, (size_t)at)) < 0)
			break;
		positions_clear(&start);
		positions_add(&start, (size_t)at);
		failed = any_of(subject, list, close, &start, &reached, depth);
		for (const char *end = subject->start + at;;
		     end = character(subject, end, &ignored)) {
			size_t place = (size_t)(end - subject->start);

			if (!positions_has(&reached, place))
				positions_add(&all, place);
			else if (*end == '/' && ending(subject, end))
				break;
			if (end == subject->end)
				break;
		}
	}
	if (!failed)
		positions_copy(set, &all);
	positions_free(&start);
	positions_free(&reached);
	positions_free(&all);
	return failed ? -1 : 0;
}

/* Where a run of one or more such elements may end: into reached. */
static void run_of(const struct subject *subject, const char *list,
		   const char *close, const struct positions *from,
		   struct positions *reached)
{
	for (const char *string = subject->start; string != subject->end;) {
		size_t at = (size_t)(string - subject->start);
		const char *element = list, *next = string;
		wint_t ignored;

		if ((positions_has(from, at) || positions_has(reached, at)) &&
		    one(subject, &element, close, &next))
			positions_add(reached, (size_t)(next - subject->start));
		string = character(subject, string, &ignored);
	}
}

/* "?(list)", "*(list)", "+(list)" and "@(list)". */
static int some_of(const struct subject *subject, char operator,
		   const char *list, const char *close, struct positions *set,
		   int depth)
{
	size_t length = (size_t)(subject->end - subject->start);
	struct positions from = {0}, reached = {0};
	int failed = !(positions_make(&from, length) &&
		       positions_make(&reached, length));

	if (!failed && (operator == '*' || operator == '+') &&
	    wildebeest_fnmatch_single(subject, list, close)) {
		run_of(subject, list, close, set, &reached);
		if (operator == '+')
			positions_clear(set);
		positions_unite(set, &reached);
	} else if (!failed) {
		positions_copy(&from, set);
		if (operator == '+' || operator == '@')
			positions_clear(set);
		do {
			failed = any_of(subject, list, close, &from, &reached,
					depth);
			positions_copy(&from, &reached);
		} while (!failed && positions_unseen(&from, set) &&
			 (operator == '*' || operator == '+'));
	}
	positions_free(&from);
	positions_free(&reached);
	return failed ? -1 : 0;
}

static int sequence(const struct subject *subject, const char *pattern,
		    const char *end, struct positions *set, int depth)
{
	if (depth > MAXIMUM_DEPTH) {
		errno = ENOMEM;
		return -1;
	}
	while (pattern < end) {
		const char *list = pattern + 2, *close;
		size_t plain;
		int failed;

		if (positions_next(set, 0) < 0)
			return 0;
		if (end - pattern > 2 && pattern[1] == '(' &&
		    is_operator(*pattern) &&
		    (close = wildebeest_fnmatch_close(subject, list, end))) {
			failed = *pattern == '!'
				? none_of(subject, list, close, set, depth + 1)
				: some_of(subject, *pattern, list, close, set,
					  depth + 1);
			pattern = close + 1;
		} else if (*pattern == '*') {
			wildebeest_fnmatch_star(subject, set);
			failed = 0;
			pattern++;
		} else if ((plain = wildebeest_fnmatch_plain_bytes(subject, pattern, end))) {
			failed = wildebeest_fnmatch_bytes(subject, pattern, plain, set);
			pattern += plain;
		} else {
			failed = wildebeest_fnmatch_element(subject, &pattern, end, set);
		}
		if (failed)
			return -1;
	}
	return 0;
}

int wildebeest_fnmatch_extended(const struct subject *subject,
				const char *pattern, const char *end,
				const char *string)
{
	struct positions set;
	int failed, result = FNM_NOMATCH;

	if (!positions_make(&set, (size_t)(subject->end - subject->start)))
		return -1;
	positions_add(&set, (size_t)(string - subject->start));
	failed = sequence(subject, pattern, end, &set, 0);
	if (positions_has(&set, (size_t)(subject->end - subject->start)))
		result = 0;
	for (ptrdiff_t at = 0; result && subject->flags & FNM_LEADING_DIR &&
			       (at = positions_next(&set, (size_t)at)) >= 0; at++)
		if (ending(subject, subject->start + at))
			result = 0;
	positions_free(&set);
	return failed ? -1 : result;
}

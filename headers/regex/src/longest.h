/* SPDX-License-Identifier: MIT
 * longest.h: matches without their groups, by the automaton.
 */
#ifndef WILDEBEEST_REGEX_LONGEST_H
#define WILDEBEEST_REGEX_LONGEST_H

#include "text.h"

enum { UNKNOWN = -3 };

/* The end of the longest match that begins at start, with any of the first that is
 * found; or NO_MATCH, FAILURE, or UNKNOWN, which the backtracker answers. *looked
 * grows by the bytes read. The program's lock is held. */
regoff_t wildebeest_regex_longest(struct re_dfa_t *program, const struct text *text, size_t start, bool any,
				  size_t *looked);

/* Whether any match begins at start or later: 1, 0, FAILURE or UNKNOWN. */
regoff_t wildebeest_regex_exists(struct re_dfa_t *program, const struct text *text, size_t start);

#endif

/* SPDX-License-Identifier: MIT
 * find.h: what all functions that match have in common.
 */
#ifndef WILDEBEEST_REGEX_FIND_H
#define WILDEBEEST_REGEX_FIND_H

#include "text.h"

/* Tries the places from start to start + range, downwards where that is
 * negative, and stores the leftmost longest match: 2 * groups places, of which
 * the first groups groups are wanted (0 where only the end matters; slots then
 * has room for one). Without slots any match at the leftmost place will do, which
 * may be known after a few bytes of a long one. Returns where it begins, or
 * NO_MATCH or FAILURE. */
regoff_t wildebeest_regex_find(struct re_dfa_t *program, const struct text *text, regoff_t start, regoff_t range,
			       size_t groups, regoff_t *slots);

/* The two strings as one, and what re_search_2 and re_match_2 do with it. With
 * match, the length of the match is returned and not its place. */
regoff_t wildebeest_regex_run(struct re_pattern_buffer *buffer, const char *bytes, regoff_t length, regoff_t start,
			      regoff_t range, struct re_registers *registers, regoff_t stop, bool match);

/* Joins two strings; NULL without memory. *joined is what to free. */
const char *wildebeest_regex_join(const char *a, regoff_t a_length, const char *b, regoff_t b_length, char **joined);

#endif

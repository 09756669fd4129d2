/* SPDX-License-Identifier: MIT
 * elements.h: the elements of a pattern that are no list. Each turns a set of
 * starts into the set of ends; int is 0, or -1 without memory.
 */
#ifndef WILDEBEEST_FNMATCH_ELEMENTS_H
#define WILDEBEEST_FNMATCH_ELEMENTS_H

#include "match.h"
#include "positions.h"

/* A '*'. */
void wildebeest_fnmatch_star(const struct subject *subject, struct positions *set);

/* How many bytes from pattern on stand for themselves; and as many of them. */
size_t wildebeest_fnmatch_plain_bytes(const struct subject *subject,
				      const char *pattern, const char *end);
int wildebeest_fnmatch_bytes(const struct subject *subject, const char *pattern,
			     size_t size, struct positions *set);

/* Any other, which takes one character; *pattern moves behind it. */
int wildebeest_fnmatch_element(const struct subject *subject,
			       const char **pattern, const char *end,
			       struct positions *set);

#endif

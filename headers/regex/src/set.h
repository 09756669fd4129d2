/* SPDX-License-Identifier: MIT
 * set.h: the characters of a bracket expression, "." or "\w", while it is read.
 */
#ifndef WILDEBEEST_REGEX_SET_H
#define WILDEBEEST_REGEX_SET_H

#include "parse.h"

void wildebeest_regex_add(struct parser *parser, struct set *set, uint32_t low, uint32_t high);
void wildebeest_regex_add_class(struct parser *parser, struct set *set, const char *name);

/* Adds the other cases and negates, once everything is added. A negated set
 * leaves out the newline too, where no_newline is set. */
void wildebeest_regex_finish(struct parser *parser, struct set *set, bool no_newline);

#endif

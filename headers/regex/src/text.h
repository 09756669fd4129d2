/* SPDX-License-Identifier: MIT
 * text.h: what is searched, and the places in it.
 */
#ifndef WILDEBEEST_REGEX_TEXT_H
#define WILDEBEEST_REGEX_TEXT_H

#include "program.h"

struct text {
	const unsigned char *bytes;
	size_t length;
	size_t stop; /* matches end here at last, but see what comes behind */
	const unsigned char *translate;
	bool not_bol, not_eol, newline_anchor;
};

static inline unsigned char byte_at(const struct text *text, size_t at)
{
	return text->translate ? text->translate[text->bytes[at]] : text->bytes[at];
}

bool wildebeest_regex_is_place(const struct re_dfa_t *program, const struct text *text, enum place place, size_t at);

/* Whether a character begins or ends at a place: not inside one of UTF-8. */
bool wildebeest_regex_is_boundary(const struct re_dfa_t *program, const struct text *text, size_t at);

#endif

/* SPDX-License-Identifier: MIT
 * backtrack.h: a match with its groups. Of the ways through the program that
 * give the overall match, it is the first: the left alternative, the longer
 * repetition (observed on glibc 2.36; POSIX would have each group as long as it
 * can be).
 */
#ifndef WILDEBEEST_REGEX_BACKTRACK_H
#define WILDEBEEST_REGEX_BACKTRACK_H

#include "text.h"
#include "seen.h"

enum { NO_MATCH = -1, FAILURE = -2 };

struct way { /* not tried yet */
	int pc;     /* or, negative, ~slot that gets its place back */
	regoff_t at;
};

struct search {
	const struct re_dfa_t *program;
	const struct text *text;
	size_t limit;         /* of what the match can consume */
	struct seen seen;     /* places that lead nowhere, from any start */
	regoff_t *slots;      /* program->slots of them */
	regoff_t *best;       /* the same, of the best match yet */
	struct way *ways;
	size_t room;
};

/* The end of the longest match that begins at start, or with exact not
 * NO_MATCH of the one that ends there; its groups are in best. NO_MATCH, or
 * FAILURE where memory ends. */
regoff_t wildebeest_regex_backtrack(struct search *search, size_t start, regoff_t exact);

bool wildebeest_regex_begin(struct search *search, const struct re_dfa_t *program, const struct text *text,
			    size_t from, size_t to);
void wildebeest_regex_end(struct search *search);

#endif

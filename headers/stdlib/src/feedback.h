/* SPDX-License-Identifier: MIT
 * feedback.h: the additive feedback generator that random(3) documents: a table
 * of 32-bit words, of which each new one is the sum of the words degree and
 * separation places before it. The sizes of its tables are those of the manual
 * page; degree 0 is a linear congruence. The word before a table says its kind
 * and where its reading stood, for setstate_r.
 */
#ifndef WILDEBEEST_STDLIB_FEEDBACK_H
#define WILDEBEEST_STDLIB_FEEDBACK_H

#define _GNU_SOURCE
#include <stdlib.h>

enum { KINDS = 5 };

static const struct kind {
	unsigned char size, degree, separation; /* size in bytes, less 1 */
} kinds[KINDS] = {
	{8 - 1, 0, 0}, {32 - 1, 7, 3}, {64 - 1, 15, 1}, {128 - 1, 31, 3}, {256 - 1, 63, 1},
};

/* Make buf use kind with the table at state. */
static inline void use_kind(struct random_data *buf, int kind, int32_t *state)
{
	buf->rand_type = kind;
	buf->rand_deg = kinds[kind].degree;
	buf->rand_sep = kinds[kind].separation;
	buf->state = state;
	buf->end_ptr = state + kinds[kind].degree;
}

/* Note, before the table, where its reading stands. */
static inline void note_place(const struct random_data *buf)
{
	int place = buf->rand_type ? (int)(buf->rptr - buf->state) : 0;

	buf->state[-1] = KINDS * place + buf->rand_type;
}

#endif

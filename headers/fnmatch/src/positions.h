/* SPDX-License-Identifier: MIT
 * positions.h: a set of places in the string, as bits: 0 to its length.
 */
#ifndef WILDEBEEST_FNMATCH_POSITIONS_H
#define WILDEBEEST_FNMATCH_POSITIONS_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct positions {
	size_t words;
	uint64_t *bits;
	uint64_t few[4]; /* bits of a short string, so that it needs no heap */
};

/* Make an empty set of 0 to length. Returns whether there was memory. */
static inline int positions_make(struct positions *set, size_t length)
{
	set->words = length / 64 + 1;
	set->bits = set->few;
	if (set->words > sizeof set->few / sizeof *set->few)
		return (set->bits = calloc(set->words, sizeof *set->bits)) != NULL;
	for (size_t i = 0; i < set->words; i++)
		set->few[i] = 0;
	return 1;
}

static inline void positions_free(struct positions *set)
{
	if (set->bits != set->few)
		free(set->bits);
}

static inline void positions_copy(struct positions *to,
				  const struct positions *from)
{
	for (size_t i = 0; i < to->words; i++)
		to->bits[i] = from->bits[i];
}

static inline void positions_clear(struct positions *set)
{
	for (size_t i = 0; i < set->words; i++)
		set->bits[i] = 0;
}

static inline void positions_add(struct positions *set, size_t at)
{
	set->bits[at / 64] |= UINT64_C(1) << at % 64;
}

/* Add from to last. */
static inline void positions_fill(struct positions *set, size_t from, size_t last)
{
	for (size_t word = from / 64; word <= last / 64; word++) {
		uint64_t bits = ~UINT64_C(0);

		if (word == from / 64)
			bits = bits << from % 64;
		if (word == last / 64)
			bits &= ~UINT64_C(0) >> (63 - last % 64);
		set->bits[word] |= bits;
	}
}

static inline int positions_has(const struct positions *set, size_t at)
{
	return set->bits[at / 64] >> at % 64 & 1;
}

static inline void positions_unite(struct positions *to,
				   const struct positions *from)
{
	for (size_t i = 0; i < to->words; i++)
		to->bits[i] |= from->bits[i];
}

/* Take out of set what seen has, and add the rest to seen. Returns whether
 * anything was left. */
static inline int positions_unseen(struct positions *set, struct positions *seen)
{
	uint64_t any = 0;

	for (size_t i = 0; i < set->words; i++) {
		set->bits[i] &= ~seen->bits[i];
		seen->bits[i] |= set->bits[i];
		any |= set->bits[i];
	}
	return any != 0;
}

/* The first place at or behind at; -1 when there is none. */
static inline ptrdiff_t positions_next(const struct positions *set, size_t at)
{
	size_t word = at / 64;
	uint64_t rest;

	if (word >= set->words)
		return -1;
	rest = set->bits[word] >> at % 64 << at % 64;
	while (!rest) {
		if (++word == set->words)
			return -1;
		rest = set->bits[word];
	}
	return (ptrdiff_t)(word * 64 + (size_t)__builtin_ctzll(rest));
}

#endif

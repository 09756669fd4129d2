/* SPDX-License-Identifier: MIT
 * seen.h: which splits have been tried at which places. What comes after one
 * depends on nothing else, but for back references: there it depends on the
 * groups they name too. Each is tried once, which bounds the time.
 */
#ifndef WILDEBEEST_REGEX_SEEN_H
#define WILDEBEEST_REGEX_SEEN_H

#include "program.h"

enum {
	SMALL = 64,           /* words; no memory is asked for below */
	BITS_MAX = 1 << 28,   /* bytes of bits: the most that one search takes */
	KEYS_MAX = 1 << 24    /* numbers in keys */
};

struct seen {
	size_t from, width;     /* the places: width of them */
	unsigned refers;
	uint64_t *bits;         /* without back references */
	uint64_t small[SMALL];
	regoff_t *keys;         /* with them: a table of keys, -1 first where empty */
	size_t key, count, room; /* numbers in a key; keys; keys it has room for */
};

bool wildebeest_regex_seen_begin(struct seen *seen, const struct re_dfa_t *program, size_t from, size_t to);
void wildebeest_regex_seen_end(struct seen *seen);

/* 1 where it was seen before, else 0 and from now on it was; -1: no memory. */
int wildebeest_regex_seen_key(struct seen *seen, int split, regoff_t at, const regoff_t *slots);

static inline int was_seen(struct seen *seen, int split, regoff_t at, const regoff_t *slots)
{
	size_t bit;
	uint64_t mask;

	if (seen->refers)
		return wildebeest_regex_seen_key(seen, split, at, slots);
	bit = (size_t)split * seen->width + ((size_t)at - seen->from);
	mask = (uint64_t)1 << (bit & 63);
	if (seen->bits[bit >> 6] & mask)
		return 1;
	seen->bits[bit >> 6] |= mask;
	return 0;
}

#endif

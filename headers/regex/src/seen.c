/* SPDX-License-Identifier: MIT */
#include "seen.h"

#include <stdlib.h>
#include <string.h>

bool wildebeest_regex_seen_begin(struct seen *seen, const struct re_dfa_t *program, size_t from, size_t to)
{
	size_t words;

	seen->from = from;
	seen->width = to - from + 1;
	seen->refers = program->refers;
	seen->bits = NULL;
	seen->keys = NULL;
	seen->count = seen->room = 0;
	seen->key = 2;
	if (seen->refers) {
		for (int group = 1; group < REFERENCES; group++)
			seen->key += 2 * (seen->refers >> group & 1);
		return true;
	}
	if (program->splits > 0 && seen->width > (size_t)BITS_MAX * 8 / (size_t)program->splits)
		return false;
	words = ((size_t)program->splits * seen->width + 63) / 64;
	if (words <= SMALL) {
		seen->bits = seen->small;
		memset(seen->small, 0, words * sizeof *seen->small);
	} else {
		seen->bits = calloc(words, sizeof *seen->bits);
	}
	return seen->bits != NULL;
}

void wildebeest_regex_seen_end(struct seen *seen)
{
	if (seen->bits != seen->small)
		free(seen->bits);
	free(seen->keys);
}

static size_t find(const regoff_t *keys, size_t room, size_t width, const regoff_t *key)
{
	uint64_t hash = 0;
	size_t at;

	for (size_t i = 0; i < width; i++)
		hash = (hash ^ (uint32_t)key[i]) * 0x9e3779b97f4a7c15;
	at = (size_t)(hash >> 32) & (room - 1);
	while (keys[at * width] != -1 && memcmp(keys + at * width, key, width * sizeof *key) != 0)
		at = (at + 1) & (room - 1);
	return at * width;
}

static bool grow(struct seen *seen)
{
	size_t room = seen->room ? 2 * seen->room : 64;
	regoff_t *keys = room * seen->key > KEYS_MAX ? NULL : malloc(room * seen->key * sizeof *keys);

	if (!keys)
		return false;
	memset(keys, -1, room * seen->key * sizeof *keys);
	for (size_t i = 0; i < seen->room; i++) {
		const regoff_t *key = seen->keys + i * seen->key;

		if (*key != -1)
			memcpy(keys + find(keys, room, seen->key, key), key, seen->key * sizeof *key);
	}
	free(seen->keys);
	seen->keys = keys;
	seen->room = room;
	return true;
}

int wildebeest_regex_seen_key(struct seen *seen, int split, regoff_t at, const regoff_t *slots)
{
	regoff_t key[2 + 2 * REFERENCES] = { split, at };
	size_t length = 2, place;

	for (int group = 1; group < REFERENCES; group++) {
		if (seen->refers >> group & 1) {
			key[length++] = slots[2 * group];
			key[length++] = slots[2 * group + 1];
		}
	}
	if (seen->count >= seen->room / 2 && !grow(seen))
		return -1;
	place = find(seen->keys, seen->room, seen->key, key);
	if (seen->keys[place] != -1)
		return 1;
	memcpy(seen->keys + place, key, length * sizeof *key);
	seen->count++;
	return 0;
}

/* SPDX-License-Identifier: MIT */
#include "backtrack.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <wctype.h>

bool wildebeest_regex_begin(struct search *search, const struct re_dfa_t *program, const struct text *text,
			    size_t from, size_t to)
{
	search->program = program;
	search->text = text;
	search->ways = NULL;
	search->room = 0;
	search->slots = malloc(2 * (size_t)program->slots * sizeof *search->slots);
	search->best = search->slots ? search->slots + program->slots : NULL;
	if (search->slots && wildebeest_regex_seen_begin(&search->seen, program, from, to))
		return true;
	free(search->slots);
	search->slots = NULL;
	return false;
}

void wildebeest_regex_end(struct search *search)
{
	wildebeest_regex_seen_end(&search->seen);
	free(search->slots);
	free(search->ways);
}

static bool push(struct search *search, size_t *depth, int pc, regoff_t at)
{
	if (*depth == search->room) {
		size_t room = search->room ? 2 * search->room : 64;
		struct way *more = realloc(search->ways, room * sizeof *more);

		if (!more)
			return false;
		search->ways = more;
		search->room = room;
	}
	search->ways[(*depth)++] = (struct way){ pc, at };
	return true;
}

/* The length of the character at a place, if it is of the set; else 0. */
static size_t in_set(const struct search *search, const struct set *set, size_t at)
{
	const struct text *text = search->text;
	uint32_t c;
	int length;

	if (at >= search->limit)
		return 0;
	if (!search->program->utf8 || text->bytes[at] < 0x80)
		return has_byte(set, byte_at(text, at));
	length = wildebeest_regex_decode(text->bytes + at, search->limit - at, &c);
	if (length == 0) /* a byte that is no character is only what it is */
		return set->wide == WIDE_SOME && has_byte(set, text->bytes[at]);
	return wildebeest_regex_has_wide(set, c) ? (size_t)length : 0;
}

/* Whether two stretches are the same; without case, character by character,
 * which then have the same length too (all letters that UTF-8 encodes in a
 * different length from their other case are told apart). */
static bool is_same(const struct search *search, size_t a, size_t b, size_t length)
{
	const struct text *text = search->text;

	for (size_t i = 0; i < length; i++) {
		unsigned char x = byte_at(text, a + i), y = byte_at(text, b + i);
		uint32_t one = x, other = y;
		int bytes = 1;

		if (x == y)
			continue;
		if (!search->program->fold)
			return false;
		if (search->program->utf8 && x >= 0x80 && y >= 0x80) {
			/* They may differ in a later byte than the first. */
			while (i > 0 && (text->bytes[a + i] & 0xc0) == 0x80)
				i--;
			bytes = wildebeest_regex_decode(text->bytes + a + i, length - i, &one);
			if (bytes == 0 || wildebeest_regex_decode(text->bytes + b + i, length - i, &other) != bytes)
				return false;
		} else if (x >= 0x80 || y >= 0x80) {
			return false;
		}
		if (towupper(one) != towupper(other))
			return false;
		i += (size_t)bytes - 1;
	}
	return true;
}

/* The length of what the group matched, if it is here again; else NO_MATCH. */
static regoff_t again(const struct search *search, int group, regoff_t at)
{
	regoff_t from = search->slots[2 * group], to = search->slots[2 * group + 1];

	if (from < 0 || to < from || (size_t)(at + (to - from)) > search->limit
	    || !is_same(search, (size_t)from, (size_t)at, (size_t)(to - from)))
		return NO_MATCH;
	return to - from;
}

regoff_t wildebeest_regex_backtrack(struct search *search, size_t start, regoff_t exact)
{
	const struct re_dfa_t *program = search->program;
	const struct text *text = search->text;
	regoff_t at = (regoff_t)start, longest = NO_MATCH, length;
	int pc = program->start, seen;
	size_t depth = 0;

	search->limit = exact == NO_MATCH ? text->stop : (size_t)exact;
	for (int i = 0; i < program->slots; i++)
		search->slots[i] = -1;
	for (;;) {
		const struct instruction *now = &program->code[pc];
		bool lost = false;

		switch ((enum op)now->op) {
		case OP_CHAR:
			lost = (size_t)at >= search->limit || byte_at(text, (size_t)at) != now->arg;
			at++;
			break;
		case OP_SET:
			length = (regoff_t)in_set(search, &program->sets[now->arg], (size_t)at);
			lost = length == 0;
			at += length;
			break;
		case OP_ASSERT:
			lost = !wildebeest_regex_is_place(program, text, (enum place)now->arg, (size_t)at);
			break;
		case OP_SPLIT:
			seen = was_seen(&search->seen, now->arg, at, search->slots);
			if (seen < 0 || (!seen && !push(search, &depth, now->alt, at)))
				return FAILURE;
			lost = seen;
			break;
		case OP_SAVE:
			if (!push(search, &depth, ~now->arg, search->slots[now->arg]))
				return FAILURE;
			search->slots[now->arg] = at;
			break;
		case OP_REFER:
			length = again(search, now->arg, at);
			lost = length == NO_MATCH;
			at += length;
			break;
		case OP_MATCH:
			lost = true;
			if (exact == NO_MATCH ? at <= longest : at != exact)
				break;
			longest = at;
			memcpy(search->best, search->slots, (size_t)program->slots * sizeof *search->slots);
			if ((size_t)at == search->limit)
				return longest;
			break;
		}
		if (!lost) {
			pc = now->next;
			continue;
		}
		for (;;) {
			struct way *way;

			if (depth == 0)
				return longest;
			way = &search->ways[--depth];
			if (way->pc >= 0) {
				pc = way->pc;
				at = way->at;
				break;
			}
			search->slots[~way->pc] = way->at;
		}
	}
}

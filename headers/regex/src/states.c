/* SPDX-License-Identifier: MIT */
#include "states.h"

#include <stdlib.h>
#include <string.h>

void wildebeest_regex_drop(struct states *states)
{
	for (int i = 0; i < CHAINS; i++) {
		for (struct state *state = states->chains[i], *chain; state; state = chain) {
			chain = state->chain;
			free(state);
		}
		states->chains[i] = NULL;
	}
	states->memory = 0;
	memset(states->firsts, 0, sizeof states->firsts);
}

void wildebeest_regex_forget(struct states *states)
{
	if (!states)
		return;
	wildebeest_regex_drop(states);
	free(states->marks);
	free(states->items);
	free(states->more);
	free(states->stack);
	free(states);
}

struct states *wildebeest_regex_states(struct re_dfa_t *program, bool newline_anchor)
{
	struct states *states = program->states;
	size_t items = (size_t)program->length * (program->utf8 ? PHASES : 1);

	if (states) {
		if (states->newline_anchor != newline_anchor)
			wildebeest_regex_drop(states);
		states->newline_anchor = newline_anchor;
		return states;
	}
	wildebeest_regex_classify(program);
	states = calloc(1, sizeof *states);
	if (!states)
		return NULL;
	states->newline_anchor = newline_anchor;
	states->marks = calloc(items, sizeof *states->marks);
	states->items = malloc(items * sizeof *states->items);
	states->more = malloc(items * sizeof *states->more);
	states->stack = malloc(((size_t)program->length + 1) * sizeof *states->stack);
	for (int c = 255; c >= 0; c--)
		states->member[program->class_of[c]] = program->translate ? program->translate[c] : (unsigned char)c;
	if (states->marks && states->items && states->more && states->stack)
		return program->states = states;
	wildebeest_regex_forget(states);
	return NULL;
}

void wildebeest_regex_clear(struct states *states, size_t items)
{
	states->count = 0;
	if (++states->round == 0) {
		memset(states->marks, 0, items * sizeof *states->marks);
		states->round = 1;
	}
}

/* Whether a state has the items that were added: as many, and all of them marked.
 * What is marked and no item is passed through, and never an item of a state. */
static bool is_same(const struct states *states, const struct state *state)
{
	if (state->count != states->count)
		return false;
	for (int i = 0; i < state->count; i++)
		if (states->marks[state->items[i]] != states->round)
			return false;
	return true;
}

struct state *wildebeest_regex_intern(struct re_dfa_t *program, unsigned char behind, bool matched, bool unknown,
				     bool searching)
{
	struct states *states = program->states;
	size_t ways = (size_t)program->class_count + 2, size;
	int phases = program->utf8 ? PHASES : 1;
	unsigned hash = matched + 2U * searching + 4U * unknown;
	bool places = false;
	struct state *state, **chain;

	for (int i = 0; i < states->count; i++) {
		unsigned item = (unsigned)states->items[i] * 0x9e3779b1U;

		places = places || program->code[states->items[i] / phases].op == OP_ASSERT;
		hash += item ^ item >> 15; /* the same in any order */
	}
	if (!places && !searching)
		behind = 0;
	chain = &states->chains[(hash ^ hash >> 8 ^ hash >> 16) % CHAINS];
	for (state = *chain; state; state = state->chain)
		if (state->hash == hash && state->behind == behind && state->matched == matched
		    && state->unknown == unknown && state->searching == searching && is_same(states, state))
			return state;
	size = sizeof *state + ways * sizeof *state->next + (size_t)states->count * sizeof *state->items;
	state = calloc(1, size);
	if (!state)
		return NULL;
	states->memory += size;
	*state = (struct state){ .chain = *chain, .hash = hash, .count = states->count, .behind = behind, .matched = matched,
				 .places = places, .unknown = unknown, .searching = searching };
	state->items = (int *)(void *)&state->next[ways];
	memcpy(state->items, states->items, (size_t)states->count * sizeof *states->items);
	return *chain = state;
}

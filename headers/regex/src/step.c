/* SPDX-License-Identifier: MIT
 * From one state of the automaton to the next.
 */
#include "states.h"

#include <string.h>

/* What is known of a place: ahead is a class or, from class_count on, an end. */
struct spot {
	unsigned char behind;
	bool known; /* ahead is */
	bool word_ahead, line_ahead, text_ahead;
};

static struct spot spot_before(const struct re_dfa_t *program, unsigned char behind, int class)
{
	const struct states *states = program->states;
	struct spot spot = { .behind = behind, .known = true };

	if (class < program->class_count) {
		spot.word_ahead = program->word[states->member[class]];
		spot.line_ahead = states->newline_anchor && states->member[class] == '\n';
	} else {
		spot.text_ahead = true;
		spot.line_ahead = class == program->class_count;
	}
	return spot;
}

static bool holds(enum place place, const struct spot *spot)
{
	bool word = spot->behind & BEHIND_WORD;

	switch (place) {
	case LINE_START: return spot->behind & BEHIND_LINE;
	case TEXT_START: return spot->behind & BEHIND_TEXT;
	case LINE_END: return spot->line_ahead;
	case TEXT_END: return spot->text_ahead;
	case WORD_EDGE: return word != spot->word_ahead;
	case NOT_WORD_EDGE: return word == spot->word_ahead;
	case WORD_START: return !word && spot->word_ahead;
	default: return word && !spot->word_ahead;
	}
}

/* Adds what is reached from an instruction without consuming a byte. */
static void reach(const struct re_dfa_t *program, int pc, const struct spot *spot)
{
	struct states *states = program->states;
	int phases = program->utf8 ? PHASES : 1, depth = 0;

	if (mark(states, pc * phases))
		states->stack[depth++] = pc;
	while (depth > 0) {
		const struct instruction *at;

		pc = states->stack[--depth];
		at = &program->code[pc];
		switch ((enum op)at->op) {
		case OP_ASSERT:
			if (!spot->known && at->arg != LINE_START && at->arg != TEXT_START) {
				states->items[states->count++] = pc * phases;
				continue;
			}
			if (!holds((enum place)at->arg, spot))
				continue;
			break;
		case OP_SPLIT:
			if (mark(states, at->alt * phases))
				states->stack[depth++] = at->alt;
			break;
		case OP_SAVE:
			break;
		default:
			states->items[states->count++] = pc * phases;
			continue;
		}
		if (mark(states, at->next * phases))
			states->stack[depth++] = at->next;
	}
}

struct state *wildebeest_regex_first(struct re_dfa_t *program, unsigned char behind, bool searching)
{
	const struct spot spot = { .behind = behind };
	struct state **first = &program->states->firsts[searching][behind];

	if (*first)
		return *first;
	if (program->states->memory > MEMORY_MAX)
		wildebeest_regex_drop(program->states);
	wildebeest_regex_clear(program->states, (size_t)program->length * (program->utf8 ? PHASES : 1));
	reach(program, program->start, &spot);
	return *first = wildebeest_regex_intern(program, behind, false, false, searching);
}

/* Where an item of a set gets to in UTF-8 by a byte that is not ASCII: a phase,
 * AT_FIRST for the end of the character, or -1. */
static int through_character(enum phase phase, unsigned char c)
{
	static const struct { unsigned char low, high; enum phase then; } forms[PHASES] = {
		[LAST_ONE] = { 0x80, 0xbf, AT_FIRST }, [LAST_TWO] = { 0x80, 0xbf, LAST_ONE },
		[LAST_THREE] = { 0x80, 0xbf, LAST_TWO }, [AFTER_E0] = { 0xa0, 0xbf, LAST_ONE },
		[AFTER_ED] = { 0x80, 0x9f, LAST_ONE }, [AFTER_F0] = { 0x90, 0xbf, LAST_TWO },
		[AFTER_F4] = { 0x80, 0x8f, LAST_TWO }
	};

	if (phase != AT_FIRST)
		return c >= forms[phase].low && c <= forms[phase].high ? (int)forms[phase].then : -1;
	if (c < 0xc2 || c > 0xf4)
		return -1;
	if (c < 0xe0)
		return LAST_ONE;
	if (c < 0xf0)
		return c == 0xe0 ? AFTER_E0 : c == 0xed ? AFTER_ED : LAST_TWO;
	return c == 0xf0 ? AFTER_F0 : c == 0xf4 ? AFTER_F4 : LAST_THREE;
}

/* Adds where an item gets to by a byte; false where the automaton can't tell. */
static bool advance(const struct re_dfa_t *program, int item, unsigned char c, const struct spot *spot)
{
	struct states *states = program->states;
	int phases = program->utf8 ? PHASES : 1, phase = item % phases, to;
	const struct instruction *at = &program->code[item / phases];
	const struct set *set;

	if (at->op == OP_CHAR) {
		if (at->arg == c)
			reach(program, at->next, spot);
		return true;
	}
	if (at->op != OP_SET)
		return true;
	set = &program->sets[at->arg];
	if (!program->utf8 || c < 0x80) {
		if (phase == AT_FIRST && has_byte(set, c))
			reach(program, at->next, spot);
		return true;
	}
	if (set->wide != WIDE_ALL)
		return set->wide == WIDE_NONE;
	to = through_character((enum phase)phase, c);
	if (to == AT_FIRST)
		reach(program, at->next, spot);
	else if (to > 0 && mark(states, item - phase + to))
		states->items[states->count++] = item - phase + to;
	return true;
}

/* The items of a state, with those that wait for a place decided. */
static int decide(struct re_dfa_t *program, const struct state *state, int class)
{
	struct states *states = program->states;
	const struct spot spot = spot_before(program, state->behind, class);
	int phases = program->utf8 ? PHASES : 1;

	wildebeest_regex_clear(states, (size_t)program->length * (size_t)phases);
	for (int i = 0; i < state->count; i++) {
		if (program->code[state->items[i] / phases].op == OP_ASSERT)
			reach(program, state->items[i] / phases, &spot);
		else if (mark(states, state->items[i]))
			states->items[states->count++] = state->items[i];
	}
	memcpy(states->more, states->items, (size_t)states->count * sizeof *states->items);
	return states->count;
}

struct state *wildebeest_regex_next(struct re_dfa_t *program, struct state **from, int class)
{
	struct states *states = program->states;
	struct state *state = *from, *next;
	int phases = program->utf8 ? PHASES : 1, count;
	bool matched = false, unknown = false;
	struct spot spot = { .behind = 0 };

	if (states->memory > MEMORY_MAX) {
		struct state old = *state;

		wildebeest_regex_clear(states, (size_t)program->length * (size_t)phases);
		for (int i = 0; i < state->count; i++) {
			mark(states, state->items[i]);
			states->items[states->count++] = state->items[i];
		}
		wildebeest_regex_drop(states);
		*from = state = wildebeest_regex_intern(program, old.behind, old.matched, old.unknown, old.searching);
		if (!state)
			return NULL;
	}
	count = decide(program, state, class);
	wildebeest_regex_clear(states, (size_t)program->length * (size_t)phases);
	if (class < program->class_count) {
		unsigned char c = states->member[class];

		if (program->word[c])
			spot.behind |= BEHIND_WORD;
		if (c == '\n' && states->newline_anchor)
			spot.behind |= BEHIND_LINE;
		unknown = c >= 0x80 && program->utf8 && program->word_places;
		for (int i = 0; i < count && !unknown; i++)
			unknown = !advance(program, states->more[i], c, &spot);
		if (state->searching && !unknown)
			reach(program, program->start, &spot);
	}
	if (unknown)
		states->count = 0;
	for (int i = 0; i < count; i++)
		matched = matched || program->code[states->more[i] / phases].op == OP_MATCH;
	next = wildebeest_regex_intern(program, spot.behind, matched, unknown, state->searching);
	if (next)
		state->next[class] = next;
	return next;
}

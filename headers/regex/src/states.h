/* SPDX-License-Identifier: MIT
 * states.h: the automaton of a program without its back references, made state
 * by state as texts need them. A state is a set of items, instructions that
 * wait for a byte. One that waits for a place ("$", "\>") is decided by the
 * byte that comes next, so a match is known one byte late: from the state that
 * the byte leads to.
 */
#ifndef WILDEBEEST_REGEX_STATES_H
#define WILDEBEEST_REGEX_STATES_H

#include "text.h"

enum {
	BEHIND_WORD = 1, BEHIND_LINE = 2, BEHIND_TEXT = 4, /* what is before the next byte */
	MEMORY_MAX = 1 << 20 /* bytes of states, then they are made anew */
};

/* An item is an instruction times PHASES, plus how far it is in a character:
 * the bytes still to come, and which ones the first of them can be. */
enum phase { AT_FIRST, LAST_ONE, LAST_TWO, LAST_THREE, AFTER_E0, AFTER_ED, AFTER_F0, AFTER_F4, PHASES };

struct state {
	struct state *chain;    /* of the same hash */
	unsigned hash;
	int count;
	unsigned char behind;   /* BEHIND_, if it matters to an item */
	bool matched;           /* before the byte that led here */
	bool places;            /* an item waits for a place */
	bool unknown;           /* the automaton can't tell: see quits */
	bool searching;         /* begins anew at every byte */
	int *items;             /* behind next */
	struct state *next[];   /* by class; two more for the end of the text */
};

enum { CHAINS = 256 };

struct states {
	bool newline_anchor;    /* what it was made for */
	size_t memory;
	struct state *chains[CHAINS];
	struct state *firsts[2][2 * BEHIND_TEXT]; /* by searching and BEHIND_ */
	unsigned char member[256]; /* a byte of each class */
	unsigned *marks;        /* item → round in which it was added */
	unsigned round;
	int *items, *more, *stack;
	int count;
};

/* Sets class_of. */
void wildebeest_regex_classify(struct re_dfa_t *program);

/* The states of a program, made if there are none; NULL without memory. */
struct states *wildebeest_regex_states(struct re_dfa_t *program, bool newline_anchor);

/* The state in which a match begins, and the one that a class leads to. NULL
 * without memory. Either may drop all other states; *state is then a copy. */
struct state *wildebeest_regex_first(struct re_dfa_t *program, unsigned char behind, bool searching);
struct state *wildebeest_regex_next(struct re_dfa_t *program, struct state **state, int class);

void wildebeest_regex_drop(struct states *states);

/* Starts a new set of items. */
void wildebeest_regex_clear(struct states *states, size_t items);

/* The state with the items that were added; the same set is the same state. */
struct state *wildebeest_regex_intern(struct re_dfa_t *program, unsigned char behind, bool matched, bool unknown,
				      bool searching);

/* Adds an item to the marks; false where it is among them. */
static inline bool mark(struct states *states, int item)
{
	if (states->marks[item] == states->round)
		return false;
	states->marks[item] = states->round;
	return true;
}

#endif

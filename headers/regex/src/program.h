/* SPDX-License-Identifier: MIT
 * program.h: what a pattern is compiled to. An instruction consumes a byte or
 * a character, tests a place, or splits in two with the preferred way first;
 * each names its successors, so that repetitions share them.
 */
#ifndef WILDEBEEST_REGEX_PROGRAM_H
#define WILDEBEEST_REGEX_PROGRAM_H

#define _GNU_SOURCE

#include <pthread.h>
#include <regex.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <wctype.h>

enum {
	NEST_MAX = 250,          /* groups in groups; the compiler recurses */
	PROGRAM_MAX = 1 << 20,   /* instructions, after repetitions are unrolled */
	REFERENCES = 10          /* \0, which is not used, to \9 */
};

enum op {
	OP_CHAR,    /* the byte arg */
	OP_SET,     /* a byte, or in UTF-8 a character, of sets[arg] */
	OP_ASSERT,  /* the place is an enum place */
	OP_SPLIT,   /* next, and alt if that fails; arg counts the splits */
	OP_SAVE,    /* the place is stored in slot arg */
	OP_REFER,   /* what group arg matched, again */
	OP_MATCH
};

enum place {
	LINE_START, LINE_END, TEXT_START, TEXT_END,
	WORD_EDGE, NOT_WORD_EDGE, WORD_START, WORD_END
};

struct instruction {
	unsigned char op;
	int arg, next, alt;
};

/* The characters from 128 on, in UTF-8: none, all, or those that the ranges
 * and classes have or lack. */
enum wide { WIDE_NONE, WIDE_ALL, WIDE_SOME };

struct range {
	uint32_t low, high;
};

struct set {
	unsigned char bytes[32]; /* in UTF-8 only the first 128 count */
	enum wide wide;
	bool negated, fold;
	struct range *ranges;
	size_t range_count;
	wctype_t *classes;
	size_t class_count;
};

struct states; /* of the automaton, made while it runs: states.h */

struct re_dfa_t {
	struct instruction *code;
	int length, start;
	int splits, slots;
	struct set *sets;
	int set_count;
	bool utf8, fold;
	bool places;            /* has an OP_ASSERT */
	bool word_places;       /* has one about words */
	unsigned refers;        /* the groups that \1 to \9 name, as bits */
	bool empty_first;       /* can match without consuming a byte */
	unsigned char first[256]; /* bytes that a match can start with */
	int first_count;        /* of them */
	int only_first;         /* the one byte, where the count is 1 */
	const unsigned char *translate;
	unsigned char word[256];
	unsigned char class_of[256]; /* bytes that no instruction tells apart */
	int class_count;
	pthread_mutex_t lock;   /* of states */
	struct states *states;
};

static inline bool has_byte(const struct set *set, unsigned char byte)
{
	return set->bytes[byte >> 3] >> (byte & 7) & 1;
}

static inline void add_byte(struct set *set, unsigned char byte)
{
	set->bytes[byte >> 3] |= (unsigned char)(1 << (byte & 7));
}

/* The length of the UTF-8 character at p, of at most n bytes; 0 if there is none. */
int wildebeest_regex_decode(const unsigned char *p, size_t n, uint32_t *character);

bool wildebeest_regex_has_wide(const struct set *set, uint32_t character);

/* All return a reg_errcode_t; *program is set on success only. */
int wildebeest_regex_compile(struct re_dfa_t **program, const char *pattern, size_t length,
			     reg_syntax_t syntax, const unsigned char *translate, size_t *groups);
void wildebeest_regex_analyze(struct re_dfa_t *program);
void wildebeest_regex_free(struct re_dfa_t *program);
void wildebeest_regex_forget(struct states *states);

/* Compiles into a buffer whose translate and fastmap are set, and whose other
 * members are not. */
int wildebeest_regex_fill(struct re_pattern_buffer *buffer, const char *pattern, size_t length,
			  reg_syntax_t syntax);

#endif

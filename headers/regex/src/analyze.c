/* SPDX-License-Identifier: MIT
 * What is known of a program before any text: the bytes that a match can begin
 * with, and whether it looks at places.
 */
#include "program.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static void add_set(struct re_dfa_t *program, const struct set *set)
{
	for (int c = 0; c < 256; c++)
		if (has_byte(set, (unsigned char)c) || (c >= 0x80 && set->wide != WIDE_NONE))
			program->first[c] = 1;
}

enum { FEW = 64, LAST = -1 };

/* Adds an instruction to those to be visited, once. after has for each that was
 * added the one that was added before it, plus 1, or LAST; for others 0. */
static void add(int *after, int *todo, int pc)
{
	if (after[pc])
		return;
	after[pc] = *todo;
	*todo = pc + 1;
}

/* Visits what can be reached without consuming a byte. Without memory for it,
 * everything can be first. */
static void find_first(struct re_dfa_t *program)
{
	int few[FEW] = { 0 }, *after = few, todo = LAST;

	if (program->length > FEW)
		after = calloc((size_t)program->length, sizeof *after);
	if (after)
		add(after, &todo, program->start);
	else
		program->empty_first = true;
	while (todo != LAST) {
		int pc = todo - 1;
		const struct instruction *at = &program->code[pc];

		todo = after[pc];
		switch (at->op) {
		case OP_CHAR:
			program->first[at->arg] = 1;
			continue;
		case OP_SET:
			add_set(program, &program->sets[at->arg]);
			continue;
		case OP_MATCH: case OP_REFER:
			program->empty_first = true;
			continue;
		case OP_SPLIT:
			add(after, &todo, at->alt);
			break;
		default:
			break;
		}
		add(after, &todo, at->next);
	}
	if (after != few)
		free(after);
	if (program->empty_first)
		memset(program->first, 1, sizeof program->first);
}

void wildebeest_regex_analyze(struct re_dfa_t *program)
{
	for (int c = 0; c < 0x80; c++)
		program->word[c] = isalnum(c) || c == '_';
	for (int i = 0; i < program->length; i++) {
		if (program->code[i].op != OP_ASSERT)
			continue;
		program->places = true;
		program->word_places = program->word_places || program->code[i].arg >= WORD_EDGE;
	}
	find_first(program);
	if (program->translate) {
		unsigned char first[256];

		for (int c = 0; c < 256; c++)
			first[c] = program->first[program->translate[c]];
		memcpy(program->first, first, sizeof first);
	}
	for (int c = 0; c < 256; c++) {
		program->first_count += program->first[c];
		if (program->first[c])
			program->only_first = c;
	}
}

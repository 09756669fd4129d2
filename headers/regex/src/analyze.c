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

/* Visits what can be reached without consuming a byte. Without memory for it,
 * everything can be first. */
static void find_first(struct re_dfa_t *program)
{
	unsigned char *seen = calloc((size_t)program->length, 1);
	int *stack = malloc(((size_t)program->length + 1) * sizeof *stack), depth = 0;

	if (seen && stack) {
		stack[depth++] = program->start;
		seen[program->start] = 1;
	} else {
		program->empty_first = true;
	}
	while (depth > 0) {
		const struct instruction *at = &program->code[stack[--depth]];

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
			if (!seen[at->alt]) {
				seen[at->alt] = 1;
				stack[depth++] = at->alt;
			}
			break;
		default:
			break;
		}
		if (!seen[at->next]) {
			seen[at->next] = 1;
			stack[depth++] = at->next;
		}
	}
	free(stack);
	free(seen);
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

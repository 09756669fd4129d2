/* SPDX-License-Identifier: MIT */
#include "emit.h"

#include <stdlib.h>
#include <string.h>

static void free_members(struct set *sets, int count)
{
	for (int i = 0; i < count; i++) {
		free(sets[i].ranges);
		free(sets[i].classes);
	}
}

void wildebeest_regex_free(struct re_dfa_t *program)
{
	if (!program)
		return;
	wildebeest_regex_forget(program->states);
	pthread_mutex_destroy(&program->lock);
	free_members(program->sets, program->set_count);
	free(program);
}

/* A program with its sets and its code behind it, in one piece of memory. The
 * sets' own memory is the program's from here on. */
static struct re_dfa_t *assemble(const struct parser *parser, const struct emitter *emitter, int start)
{
	size_t sets = (size_t)parser->set_count * sizeof *parser->sets;
	size_t code = (size_t)emitter->length * sizeof *emitter->code;
	struct re_dfa_t *program = malloc(sizeof *program + sets + code);

	if (!program)
		return NULL;
	*program = (struct re_dfa_t){
		.sets = (struct set *)(program + 1), .set_count = parser->set_count,
		.length = emitter->length, .start = start, .splits = emitter->splits,
		.slots = 2 * (parser->groups + 1), .utf8 = parser->utf8, .fold = has(parser, RE_ICASE),
		.refers = parser->refers, .translate = parser->translate
	};
	program->code = (struct instruction *)(program->sets + parser->set_count);
	memcpy(program->sets, parser->sets, sets);
	memcpy(program->code, emitter->code, code);
	pthread_mutex_init(&program->lock, NULL);
	wildebeest_regex_analyze(program);
	return program;
}

/* The program of a tree, or NULL without memory. */
static struct re_dfa_t *emit(const struct parser *parser, int tree)
{
	struct emitter emitter = {
		.nodes = parser->nodes, .refers = parser->refers, .no_groups = has(parser, RE_NO_SUB),
		.code = emitter.few, .room = FEW_INSTRUCTIONS
	};
	int start = wildebeest_regex_emit(&emitter, tree);
	struct re_dfa_t *program = NULL;

	if (start != NONE)
		program = assemble(parser, &emitter, start);
	if (emitter.code != emitter.few)
		free(emitter.code);
	return program;
}

int wildebeest_regex_compile(struct re_dfa_t **program, const char *pattern, size_t length,
			     reg_syntax_t syntax, const unsigned char *translate, size_t *groups)
{
	struct parser parser = {
		.at = (const unsigned char *)pattern, .end = (const unsigned char *)pattern + length,
		.translate = translate, .syntax = syntax, .utf8 = MB_CUR_MAX > 1,
		.nodes = parser.few_nodes, .node_room = FEW_NODES,
		.sets = parser.few_sets, .set_room = FEW_SETS
	};
	int tree = wildebeest_regex_parse(&parser);
	struct re_dfa_t *made = NULL;

	if (tree != NONE) {
		made = emit(&parser, tree);
		if (!made)
			fail(&parser, REG_ESPACE);
	}
	if (!made)
		free_members(parser.sets, parser.set_count);
	if (parser.nodes != parser.few_nodes)
		free(parser.nodes);
	if (parser.sets != parser.few_sets)
		free(parser.sets);
	if (!made)
		return parser.error;
	*program = made;
	*groups = (size_t)parser.groups;
	return REG_NOERROR;
}

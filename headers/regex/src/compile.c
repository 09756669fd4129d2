/* SPDX-License-Identifier: MIT */
#include "emit.h"

#include <stdlib.h>
#include <string.h>

static void free_sets(struct set *sets, int count)
{
	for (int i = 0; i < count; i++) {
		free(sets[i].ranges);
		free(sets[i].classes);
	}
	free(sets);
}

void wildebeest_regex_free(struct re_dfa_t *program)
{
	if (!program)
		return;
	wildebeest_regex_forget(program->states);
	pthread_mutex_destroy(&program->lock);
	free_sets(program->sets, program->set_count);
	free(program->code);
	free(program);
}

static struct re_dfa_t *assemble(struct parser *parser, struct emitter *emitter, int start)
{
	struct re_dfa_t *program = calloc(1, sizeof *program);

	if (!program)
		return NULL;
	program->code = emitter->code;
	program->length = emitter->length;
	program->start = start;
	program->splits = emitter->splits;
	program->slots = 2 * (parser->groups + 1);
	program->sets = parser->sets;
	program->set_count = parser->set_count;
	program->utf8 = parser->utf8;
	program->fold = has(parser, RE_ICASE);
	program->refers = parser->refers;
	program->translate = parser->translate;
	pthread_mutex_init(&program->lock, NULL);
	wildebeest_regex_analyze(program);
	return program;
}

int wildebeest_regex_compile(struct re_dfa_t **program, const char *pattern, size_t length,
			     reg_syntax_t syntax, const unsigned char *translate, size_t *groups)
{
	struct parser parser = {
		.at = (const unsigned char *)pattern, .end = (const unsigned char *)pattern + length,
		.translate = translate, .syntax = syntax, .utf8 = MB_CUR_MAX > 1
	};
	struct emitter emitter = { .no_groups = (syntax & RE_NO_SUB) != 0 };
	int tree = wildebeest_regex_parse(&parser), start;
	struct re_dfa_t *made = NULL;

	if (tree != NONE) {
		emitter.nodes = parser.nodes;
		emitter.refers = parser.refers;
		start = wildebeest_regex_emit(&emitter, tree);
		if (start != NONE)
			made = assemble(&parser, &emitter, start);
		if (!made)
			fail(&parser, REG_ESPACE);
	}
	free(parser.nodes);
	if (!made) {
		free(emitter.code);
		free_sets(parser.sets, parser.set_count);
		return parser.error;
	}
	*program = made;
	*groups = (size_t)parser.groups;
	return REG_NOERROR;
}

/* SPDX-License-Identifier: MIT
 * parse.h: the pattern as a tree, between the parser and the emitter. Nodes
 * are named by their place in an array.
 */
#ifndef WILDEBEEST_REGEX_PARSE_H
#define WILDEBEEST_REGEX_PARSE_H

#include "program.h"

enum { NONE = -1, WITHOUT_END = -1 };

enum kind {
	N_EMPTY,
	N_CHAR,   /* the byte a */
	N_SET,    /* sets[a] */
	N_ASSERT, /* enum place a */
	N_REFER,  /* group a, again */
	N_GROUP,  /* a, as group b */
	N_CAT,    /* a, then b */
	N_ALT,    /* a, else b */
	N_REPEAT  /* a, least to most times */
};

struct node {
	enum kind kind;
	int a, b, least, most;
	bool can_be_empty;
};

/* What most patterns need is in the parser itself, which is on the stack: musl's
 * malloc may take microseconds for an array that is freed at once. */
enum { FEW_NODES = 64, FEW_SETS = 8 };

struct parser {
	const unsigned char *at, *end;
	const unsigned char *translate;
	reg_syntax_t syntax;
	bool utf8;
	struct node *nodes;
	int node_count, node_room;
	struct set *sets;
	int set_count, set_room;
	int groups;
	unsigned refers; /* the groups that back references name, as bits */
	unsigned closed; /* the groups that they can name here */
	int error;       /* reg_errcode_t; the first one stays */
	struct node few_nodes[FEW_NODES];
	struct set few_sets[FEW_SETS];
};

/* realloc for an array that began as first, in an array that is not malloc's. */
void *wildebeest_regex_grow(void *array, const void *first, size_t used, size_t size);

/* The tree of the whole pattern; NONE on error. */
int wildebeest_regex_parse(struct parser *parser);

/* These return NONE on error, as does whatever gets NONE for a node. */
int wildebeest_regex_node(struct parser *parser, enum kind kind, int a, int b);
int wildebeest_regex_repeat(struct parser *parser, int node, int least, int most);
int wildebeest_regex_new_set(struct parser *parser);
int wildebeest_regex_bracket(struct parser *parser); /* at is behind "[" */
int wildebeest_regex_class(struct parser *parser, const char *name, const char *more, bool negated);
int wildebeest_regex_any(struct parser *parser);
int wildebeest_regex_literal(struct parser *parser, uint32_t character);

/* Reads an interval, at being behind its brace: 1 if there is one, 0 if the
 * brace is an ordinary character, -1 on error. */
int wildebeest_regex_interval(struct parser *parser, int *least, int *most);

/* Reads one character, translated; false at the end. A byte that begins no
 * UTF-8 character is read as RAW_BYTE + its value. */
enum { RAW_BYTE = 0x40000000 };
bool wildebeest_regex_read(struct parser *parser, uint32_t *character);

static inline int fail(struct parser *parser, int error)
{
	if (parser->error == REG_NOERROR)
		parser->error = error;
	return NONE;
}

static inline bool has(const struct parser *parser, reg_syntax_t bit)
{
	return (parser->syntax & bit) != 0;
}

#endif

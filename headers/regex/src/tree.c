/* SPDX-License-Identifier: MIT */
#include "parse.h"

#include <string.h>

int wildebeest_regex_node(struct parser *parser, enum kind kind, int a, int b)
{
	struct node *node;

	if (parser->error != REG_NOERROR)
		return NONE;
	if (parser->node_count == parser->node_room) {
		int room = 2 * parser->node_room;
		struct node *more = room > PROGRAM_MAX * 2 ? NULL
			: wildebeest_regex_grow(parser->nodes, parser->few_nodes, sizeof parser->few_nodes,
						(size_t)room * sizeof *more);

		if (!more)
			return fail(parser, REG_ESPACE);
		parser->nodes = more;
		parser->node_room = room;
	}
	node = &parser->nodes[parser->node_count];
	*node = (struct node){ .kind = kind, .a = a, .b = b };
	switch (kind) {
	case N_EMPTY: case N_ASSERT: case N_REFER:
		node->can_be_empty = true;
		break;
	case N_GROUP:
		node->can_be_empty = parser->nodes[a].can_be_empty;
		break;
	case N_CAT:
		node->can_be_empty = parser->nodes[a].can_be_empty && parser->nodes[b].can_be_empty;
		break;
	case N_ALT:
		node->can_be_empty = parser->nodes[a].can_be_empty || parser->nodes[b].can_be_empty;
		break;
	case N_CHAR: case N_SET: case N_REPEAT:
		break;
	}
	return parser->node_count++;
}

int wildebeest_regex_repeat(struct parser *parser, int child, int least, int most)
{
	int repeat;

	/* x** is x*, and so on: nothing nests without need. */
	if (child != NONE && parser->nodes[child].kind == N_REPEAT && least <= 1
	    && parser->nodes[child].most == WITHOUT_END && parser->nodes[child].least <= 1
	    && (most == WITHOUT_END || most == 1)) {
		if (least == 0 && parser->nodes[child].least == 1) {
			parser->nodes[child].least = 0;
			parser->nodes[child].can_be_empty = true;
		}
		return child;
	}
	repeat = wildebeest_regex_node(parser, N_REPEAT, child, 0);
	if (repeat == NONE)
		return NONE;
	parser->nodes[repeat].least = least;
	parser->nodes[repeat].most = most;
	parser->nodes[repeat].can_be_empty = least == 0 || parser->nodes[child].can_be_empty;
	return repeat;
}

int wildebeest_regex_new_set(struct parser *parser)
{
	if (parser->error != REG_NOERROR)
		return NONE;
	if (parser->set_count == parser->set_room) {
		int room = 2 * parser->set_room;
		struct set *more = wildebeest_regex_grow(parser->sets, parser->few_sets, sizeof parser->few_sets,
							 (size_t)room * sizeof *more);

		if (!more)
			return fail(parser, REG_ESPACE);
		parser->sets = more;
		parser->set_room = room;
	}
	memset(&parser->sets[parser->set_count], 0, sizeof *parser->sets);
	return parser->set_count++;
}

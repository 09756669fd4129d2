/* SPDX-License-Identifier: MIT
 * The tree as instructions. Each node is emitted for the instruction that
 * follows it, so the program is written from its end.
 */
#include "emit.h"

static int emit(struct emitter *emitter, enum op op, int arg, int next, int alt)
{
	if (emitter->failed || next == NONE)
		return NONE;
	if (emitter->length == emitter->room) {
		int room = 2 * emitter->room;
		struct instruction *more = room > PROGRAM_MAX ? NULL
			: wildebeest_regex_grow(emitter->code, emitter->few, sizeof emitter->few,
						(size_t)room * sizeof *more);

		if (!more) {
			emitter->failed = true;
			return NONE;
		}
		emitter->code = more;
		emitter->room = room;
	}
	if (op == OP_SPLIT)
		arg = emitter->splits++;
	emitter->code[emitter->length] = (struct instruction){ (unsigned char)op, arg, next, alt };
	return emitter->length++;
}

static int emit_node(struct emitter *emitter, int node, int next);

/* x* is a split before x, and one after it that goes back to x. They are two
 * where x can be empty: then its first round may be empty and later ones not
 * (observed on glibc 2.36: (a*)* sets its group on "b"). */
static int emit_loop(struct emitter *emitter, const struct node *repeat, int next)
{
	int again = emit(emitter, OP_SPLIT, 0, 0, next), body;

	body = emit_node(emitter, repeat->a, again);
	if (again == NONE || body == NONE)
		return NONE;
	emitter->code[again].next = body;
	if (repeat->least > 0)
		return body;
	return emitter->nodes[repeat->a].can_be_empty ? emit(emitter, OP_SPLIT, 0, body, next) : again;
}

static int emit_repeat(struct emitter *emitter, const struct node *repeat, int next)
{
	int rest = next, copies = repeat->least;

	if (repeat->most == WITHOUT_END) {
		rest = emit_loop(emitter, repeat, next);
		copies -= copies > 0;
	}
	for (int i = repeat->least; i < repeat->most && rest != NONE; i++)
		rest = emit(emitter, OP_SPLIT, 0, emit_node(emitter, repeat->a, rest), next);
	for (int i = 0; i < copies && rest != NONE; i++)
		rest = emit_node(emitter, repeat->a, rest);
	return rest;
}

static int emit_group(struct emitter *emitter, const struct node *group, int next)
{
	if (emitter->no_groups && !(group->b < REFERENCES && emitter->refers >> group->b & 1))
		return emit_node(emitter, group->a, next);
	next = emit(emitter, OP_SAVE, 2 * group->b + 1, next, 0);
	next = emit_node(emitter, group->a, next);
	return emit(emitter, OP_SAVE, 2 * group->b, next, 0);
}

/* Sequences and alternatives lean to the left: only groups, repetitions and
 * the right sides go deeper into the stack. */
static int emit_alternatives(struct emitter *emitter, int node, int next)
{
	int second = NONE;

	for (; emitter->nodes[node].kind == N_ALT; node = emitter->nodes[node].a) {
		int right = emit_node(emitter, emitter->nodes[node].b, next);

		if (right == NONE)
			return NONE;
		second = second == NONE ? right : emit(emitter, OP_SPLIT, 0, right, second);
	}
	return emit(emitter, OP_SPLIT, 0, emit_node(emitter, node, next), second);
}

static int emit_node(struct emitter *emitter, int index, int next)
{
	const struct node *node = &emitter->nodes[index];

	if (next == NONE)
		return NONE;
	if (++emitter->work > WORK_MAX) { /* x{0} many times writes nothing */
		emitter->failed = true;
		return NONE;
	}
	for (; node->kind == N_CAT && next != NONE; node = &emitter->nodes[node->a])
		next = emit_node(emitter, node->b, next);
	switch (node->kind) {
	case N_EMPTY:
		return next;
	case N_CHAR:
		return emit(emitter, OP_CHAR, node->a, next, 0);
	case N_SET:
		return emit(emitter, OP_SET, node->a, next, 0);
	case N_ASSERT:
		return emit(emitter, OP_ASSERT, node->a, next, 0);
	case N_REFER:
		return emit(emitter, OP_REFER, node->a, next, 0);
	case N_GROUP:
		return emit_group(emitter, node, next);
	case N_ALT:
		return emit_alternatives(emitter, (int)(node - emitter->nodes), next);
	case N_REPEAT:
		return emit_repeat(emitter, node, next);
	case N_CAT:
		break;
	}
	return NONE; /* next was NONE */
}

int wildebeest_regex_emit(struct emitter *emitter, int tree)
{
	int match = emit(emitter, OP_MATCH, 0, 0, 0);

	return emit_node(emitter, tree, match);
}

/* SPDX-License-Identifier: MIT
 * emit.h: from the tree to the program.
 */
#ifndef WILDEBEEST_REGEX_EMIT_H
#define WILDEBEEST_REGEX_EMIT_H

#include "parse.h"

enum { WORK_MAX = 4 * PROGRAM_MAX, FEW_INSTRUCTIONS = 64 };

struct emitter {
	const struct node *nodes;
	bool no_groups;   /* only those in refers are stored */
	unsigned refers;
	struct instruction *code;
	int length, room, splits, work;
	bool failed;      /* out of memory, or of PROGRAM_MAX */
	struct instruction few[FEW_INSTRUCTIONS]; /* the code, while it is short */
};

/* The first instruction of the program, or NONE. */
int wildebeest_regex_emit(struct emitter *emitter, int tree);

#endif

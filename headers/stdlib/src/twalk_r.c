/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <search.h>

static _Thread_local struct walk {
	void (*action)(const void *node, VISIT order, void *closure);
	void *closure;
} current;

static void visit(const void *node, VISIT order, int level)
{
	(void)level;
	current.action(node, order, current.closure);
}

/* An action may walk a tree itself. */
void twalk_r(const void *root, void (*action)(const void *node, VISIT order, void *closure), void *closure)
{
	struct walk outer = current;

	if (!root || !action)
		return;
	current = (struct walk){action, closure};
	twalk(root, visit);
	current = outer;
}

/* SPDX-License-Identifier: MIT
 * macros.cpp: the modules that are macros for the most part, used in C++.
 */
#include <stdio.h>
#include <stdlib.h>

#include <argp.h>
#include <argz.h>
#include <envz.h>
#include <execinfo.h>
#include <fts.h>
#include <obstack.h>
#include <printf.h>
#include <sys/queue.h>
#include <sys/tree.h>

#define obstack_chunk_alloc malloc
#define obstack_chunk_free free

struct node {
	TAILQ_ENTRY(node) queue;
	LIST_ENTRY(node) list;
	STAILQ_ENTRY(node) tail;
	RB_ENTRY(node) tree;
	SPLAY_ENTRY(node) splay;
	int key;
};

static int by_key(node *a, node *b)
{
	return a->key - b->key;
}

TAILQ_HEAD(queue, node);
LIST_HEAD(list, node);
STAILQ_HEAD(tail, node);
RB_HEAD(tree, node);
RB_PROTOTYPE(tree, node, tree, by_key)
RB_GENERATE(tree, node, tree, by_key)
SPLAY_HEAD(splay, node);
SPLAY_PROTOTYPE(splay, node, splay, by_key)
SPLAY_GENERATE(splay, node, splay, by_key)

static void use_obstack(obstack *o)
{
	obstack_init(o);
	obstack_grow(o, "abc", 3);
	obstack_grow0(o, "abc", 3);
	obstack_1grow(o, 'x');
	obstack_int_grow(o, 3);
	obstack_ptr_grow(o, o);
	obstack_blank(o, 5);
	char *object = (char *)obstack_finish(o);
	object = (char *)obstack_copy0(o, object, obstack_empty_p(o));
	obstack_free(o, object);
	obstack_free(o, NULL);
}

static int use_queues(node *a)
{
	queue q = TAILQ_HEAD_INITIALIZER(q);
	list l = LIST_HEAD_INITIALIZER(l);
	tail t = STAILQ_HEAD_INITIALIZER(t);
	node *n;
	int sum = 0;

	TAILQ_INSERT_TAIL(&q, a, queue);
	LIST_INSERT_HEAD(&l, a, list);
	STAILQ_INSERT_TAIL(&t, a, tail);
	TAILQ_FOREACH(n, &q, queue)
		sum += n->key;
	TAILQ_FOREACH_REVERSE(n, &q, queue, queue)
		sum += n->key;
	STAILQ_REMOVE(&t, a, node, tail);
	LIST_REMOVE(a, list);
	TAILQ_REMOVE(&q, a, queue);
	return sum;
}

static int use_trees(node *a)
{
	struct tree t = RB_INITIALIZER(&t);
	struct splay s = SPLAY_INITIALIZER(&s);
	node *n, *next;
	int sum = 0;

	RB_INSERT(tree, &t, a);
	SPLAY_INSERT(splay, &s, a);
	RB_FOREACH_SAFE(n, tree, &t, next)
		sum += n->key;
	SPLAY_FOREACH(n, splay, &s)
		sum += n->key;
	return sum + (RB_FIND(tree, &t, a) == SPLAY_REMOVE(splay, &s, a));
}

int main()
{
	int types[2];
	obstack o;
	node a;

	a.key = 1;
	use_obstack(&o);
	printf("%d %zu\n", use_queues(&a) + use_trees(&a),
	       parse_printf_format("%d", 2, types));
	return 0;
}

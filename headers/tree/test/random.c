/* Operations drawn from a fixed sequence on both kinds of tree, held against an
 * array; after each the rules of a red-black tree are checked. No libc has this
 * header, so every program gets ours, and the array is the reference. */
#include "../include/sys/tree.h"

#include <stdio.h>
#include <stdlib.h>

enum { KEYS = 300, STEPS = 6000 };

struct node {
	int key;
	RB_ENTRY(node) rb;
	SPLAY_ENTRY(node) splay;
};

static int by_key(struct node *a, struct node *b)
{
	return (a->key > b->key) - (a->key < b->key);
}

RB_HEAD(rbtree, node);
RB_PROTOTYPE(rbtree, node, rb, by_key)
RB_GENERATE(rbtree, node, rb, by_key)

RB_HEAD(unused_tree, node);
RB_PROTOTYPE_STATIC(unused_tree, node, rb, by_key)
RB_GENERATE_STATIC(unused_tree, node, rb, by_key)

SPLAY_HEAD(splaytree, node);
SPLAY_PROTOTYPE(splaytree, node, splay, by_key)
SPLAY_GENERATE(splaytree, node, splay, by_key)

static struct rbtree rb = RB_INITIALIZER(&rb);
static struct splaytree splay = SPLAY_INITIALIZER(&splay);
static struct node nodes[2][KEYS];
static int present[2][KEYS];
static int wrong;
static unsigned long seed = 5;

static unsigned draw(unsigned bound)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (unsigned)(seed >> 33) % bound;
}

static void expect(int truth, const char *what)
{
	if (!truth && wrong++ < 20)
		printf("wrong: %s\n", what);
}

/* The black height of a subtree, or -1. */
static int check(struct node *node, struct node *parent)
{
	int left, right;

	if (!node)
		return 1;
	expect(RB_PARENT(node, rb) == parent, "parent");
	if (RB_COLOR(node, rb) == RB_RED && parent)
		expect(RB_COLOR(parent, rb) == RB_BLACK, "red below red");
	left = check(RB_LEFT(node, rb), node);
	right = check(RB_RIGHT(node, rb), node);
	expect(left == right, "black height");
	return left + (RB_COLOR(node, rb) == RB_BLACK);
}

/* The key at or after (step 1) or at or before (step -1) one, or -1. */
static int near(int which, int key, int step)
{
	for (; key >= 0 && key < KEYS; key += step)
		if (present[which][key])
			return key;
	return -1;
}

static int key_of(struct node *node)
{
	return node ? node->key : -1;
}

static void use_rb(unsigned bias)
{
	int key = (int)draw(KEYS);
	struct node find = {.key = key}, *node = &nodes[0][key], *found;

	node->key = key;
	if (draw(10) < bias) {
		found = RB_INSERT(rbtree, &rb, node);
		expect(found == (present[0][key] ? node : NULL), "insert");
		present[0][key] = 1;
	} else if (present[0][key]) {
		expect(RB_REMOVE(rbtree, &rb, node) == node, "remove");
		present[0][key] = 0;
	}
	check(RB_ROOT(&rb), NULL);
	expect(RB_EMPTY(&rb) == (near(0, 0, 1) < 0), "empty");
	find.key = (int)draw(KEYS);
	found = RB_FIND(rbtree, &rb, &find);
	expect(key_of(found) == (present[0][find.key] ? find.key : -1), "find");
	expect(key_of(RB_NFIND(rbtree, &rb, &find)) == near(0, find.key, 1),
	       "nfind");
	if (found) {
		expect(key_of(RB_NEXT(rbtree, &rb, found)) ==
			       near(0, find.key + 1, 1), "next");
		expect(key_of(RB_PREV(rbtree, &rb, found)) ==
			       near(0, find.key - 1, -1), "prev");
	}
	expect(key_of(RB_MIN(rbtree, &rb)) == near(0, 0, 1), "min");
	expect(key_of(RB_MAX(rbtree, &rb)) == near(0, KEYS - 1, -1), "max");
}

static void use_splay(unsigned bias)
{
	int key = (int)draw(KEYS);
	struct node find = {.key = key}, *node = &nodes[1][key], *found;

	node->key = key;
	if (draw(10) < bias) {
		if (!present[1][key])
			expect(!SPLAY_INSERT(splaytree, &splay, node), "insert");
		else
			expect(SPLAY_INSERT(splaytree, &splay, &find) == node,
			       "insert twice");
		present[1][key] = 1;
	} else {
		found = SPLAY_REMOVE(splaytree, &splay, &find);
		expect(found == (present[1][key] ? node : NULL), "remove");
		present[1][key] = 0;
	}
	expect(SPLAY_EMPTY(&splay) == (near(1, 0, 1) < 0), "empty");
	find.key = (int)draw(KEYS);
	found = SPLAY_FIND(splaytree, &splay, &find);
	expect(key_of(found) == (present[1][find.key] ? find.key : -1), "find");
	if (found)
		expect(key_of(SPLAY_NEXT(splaytree, &splay, found)) ==
			       near(1, find.key + 1, 1), "next");
	expect(key_of(SPLAY_MIN(splaytree, &splay)) == near(1, 0, 1), "min");
	expect(key_of(SPLAY_MAX(splaytree, &splay)) == near(1, KEYS - 1, -1),
	       "max");
}

static void loops(void)
{
	struct node *node, *other;
	int last = -1, count[3] = {0};

	RB_FOREACH(node, rbtree, &rb) {
		expect(node->key == near(0, last + 1, 1), "foreach");
		last = node->key;
		count[0]++;
	}
	last = KEYS;
	RB_FOREACH_REVERSE(node, rbtree, &rb) {
		expect(node->key == near(0, last - 1, -1), "foreach reverse");
		last = node->key;
	}
	last = -1;
	SPLAY_FOREACH(node, splaytree, &splay) {
		expect(node->key == near(1, last + 1, 1), "splay foreach");
		last = node->key;
		count[1]++;
	}
	printf("%d in the red-black tree, %d in the splay tree, height %d\n",
	       count[0], count[1], check(RB_ROOT(&rb), NULL));
	RB_FOREACH_SAFE(node, rbtree, &rb, other)
		if (node->key % 2) {
			RB_REMOVE(rbtree, &rb, node);
			present[0][node->key] = 0;
			node->rb.rbe_left = node->rb.rbe_right = node;
		}
	check(RB_ROOT(&rb), NULL);
	RB_FOREACH_REVERSE_SAFE(node, rbtree, &rb, other)
		if (node->key % 3 == 0) {
			RB_REMOVE(rbtree, &rb, node);
			present[0][node->key] = 0;
			node->rb.rbe_left = node->rb.rbe_right = node;
		}
	check(RB_ROOT(&rb), NULL);
	RB_FOREACH(node, rbtree, &rb)
		count[2]++;
	printf("%d after removals\n", count[2]);
}

int main(void)
{
	static const unsigned biases[] = {9, 5, 2, 7, 0, 10};

	for (size_t i = 0; i < sizeof biases / sizeof *biases; i++) {
		for (int step = 0; step < STEPS; step++) {
			use_rb(biases[i]);
			use_splay(biases[i]);
		}
		loops();
	}
	RB_INIT(&rb);
	SPLAY_INIT(&splay);
	printf("empty %d %d\n", RB_EMPTY(&rb), SPLAY_EMPTY(&splay));
	/* In order, the worst case of a plain tree. */
	for (int key = 0; key < KEYS; key++)
		RB_INSERT(rbtree, &rb, &nodes[0][key]);
	printf("height %d, wrong %d\n", check(RB_ROOT(&rb), NULL), wrong);
	return wrong != 0;
}

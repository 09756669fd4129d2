/* Walks of trees with a closure, one within another. */
#define _GNU_SOURCE
#include <search.h>
#include <stdio.h>
#include <stdlib.h>

static int numbers[] = { 5, 2, 8, 1, 9, 3, 7, 4, 6 };

static int compare(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

struct sum {
	const void *tree;
	int total, visits;
};

static void add(const void *node, VISIT order, void *closure)
{
	struct sum *sum = closure;

	if (order == postorder || order == leaf)
		sum->total += **(int *const *)node;
	sum->visits++;
}

static void print(const void *node, VISIT order, void *closure)
{
	struct sum *sum = closure, inner = { 0 };

	if (order != postorder && order != leaf)
		return;
	twalk_r(sum->tree, add, &inner);
	sum->visits++;
	printf("%d: %d of %d\n", sum->visits, **(int *const *)node, inner.total);
}

int main(void)
{
	void *tree = NULL;
	struct sum sum = { 0 };

	twalk_r(NULL, print, &sum);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		tsearch(&numbers[i], &tree, compare);
	sum.tree = tree;
	twalk_r(tree, NULL, &sum);
	twalk_r(tree, print, &sum);
	printf("%d\n", sum.visits);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		tdelete(&numbers[i], &tree, compare);
	twalk_r(tree, print, &sum);
	printf("%d\n", sum.visits);
	return 0;
}

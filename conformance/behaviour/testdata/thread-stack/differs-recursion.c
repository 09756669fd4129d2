/* A list that is walked by recursion, in a thread of ISO C. */
#include <stdio.h>
#include <stdlib.h>
#include <threads.h>

struct node {
	struct node *next;
	int value;
};

static int longest(const struct node *n, char *path)
{
	char here[64];

	if (!n)
		return path[0];
	snprintf(here, sizeof here, "%d", n->value);
	return (longest(n->next, here) + here[0]) & 0xff;
}

static int work(void *list)
{
	char none[] = "";

	return longest(list, none);
}

int main(void)
{
	struct node *list = NULL;
	thrd_t thread;
	int sum = 0;

	for (int i = 0; i < 20000; i++) {
		struct node *n = malloc(sizeof *n);

		n->next = list;
		n->value = i;
		list = n;
	}
	thrd_create(&thread, work, list);
	thrd_join(thread, &sum);
	printf("%d\n", sum);
	return 0;
}

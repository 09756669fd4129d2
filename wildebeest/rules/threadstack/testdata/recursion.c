#include <pthread.h>

struct node { struct node *left, *right; };

static int depth(struct node *n)
{
	int a = n ? depth(n->left) : 0;
	return a;
}

static void *work(void *p) { return depth(p) ? p : NULL; }

int start(pthread_t *t)
{
	return pthread_create(t, NULL, work, t); // want
}

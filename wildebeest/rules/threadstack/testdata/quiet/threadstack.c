#include <pthread.h>
#include <stdlib.h>

static char table[1 << 20];

static void *work(void *p)
{
	static char block[262144];
	char line[256], path[4096];
	int i, list[100];
	char *big = malloc(1 << 20);
	line[0] = path[0] = block[1];
	list[0] = table[0];
	for (i = 0; i < 100; i++)
		list[i] = i;
	free(big);
	return p;
}

int start(pthread_t *t)
{
	return pthread_create(t, NULL, work, t);
}

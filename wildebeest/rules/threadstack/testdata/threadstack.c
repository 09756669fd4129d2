#include <pthread.h>
#include <string.h>

#define SIZE 0x10000

static void *work(void *p)
{
	char block[SIZE];
	memset(block, 0, sizeof block);
	return p;
}

int start(pthread_t *t, pthread_attr_t *attr)
{
	pthread_create(t, attr, work, NULL);
	pthread_create(t, NULL, work, NULL); // want
	return pthread_create(t, NULL, work, t);
}

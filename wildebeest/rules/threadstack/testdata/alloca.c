#include <alloca.h>
#include <pthread.h>

static void *work(void *p)
{
	char *text = alloca(*(int *)p);
	return text[0] ? p : NULL;
}

int start(pthread_t *t)
{
	return pthread_create(t, NULL, work, t); // want
}

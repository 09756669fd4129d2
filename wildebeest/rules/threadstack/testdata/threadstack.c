#include <pthread.h>
void f(pthread_t *t, pthread_attr_t *a, void *(*run)(void *))
{
	pthread_create(t, NULL, run, NULL); // want
	pthread_create(t, a, run, NULL);
}

/* Robust mutexes: attributes, and an owner that ends. The kernel unlocks them. */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdio.h>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static void *die_holding(void *mutex)
{
	pthread_mutex_lock(mutex);
	return NULL;
}

static void outlive(pthread_mutex_t *mutex, int repair)
{
	pthread_t thread;

	pthread_create(&thread, NULL, die_holding, mutex);
	pthread_join(thread, NULL);
	printf("lock %d", pthread_mutex_lock(mutex) == EOWNERDEAD);
	if (repair)
		printf(" consistent %d", pthread_mutex_consistent_np(mutex));
	printf(" unlock %d", pthread_mutex_unlock(mutex));
	printf(" again %d\n", pthread_mutex_lock(mutex) == ENOTRECOVERABLE);
}

int main(void)
{
	static const int types[] = {PTHREAD_MUTEX_FAST_NP, PTHREAD_MUTEX_RECURSIVE_NP, PTHREAD_MUTEX_ERRORCHECK_NP};
	pthread_mutexattr_t attributes;
	pthread_mutex_t mutex;
	int how = -1;

	pthread_mutexattr_init(&attributes);
	printf("%d", pthread_mutexattr_getrobust_np(&attributes, &how));
	printf(" %d", how == PTHREAD_MUTEX_STALLED_NP);
	printf(" %d", pthread_mutexattr_setrobust_np(&attributes, 99));
	printf(" %d", pthread_mutexattr_setrobust_np(&attributes, PTHREAD_MUTEX_STALLED_NP));
	/* Without it, what follows would wait for ever. */
	if (pthread_mutexattr_setrobust_np(&attributes, PTHREAD_MUTEX_ROBUST_NP)) {
		puts(" no robust mutexes");
		return 1;
	}
	printf(" %d", pthread_mutexattr_getrobust_np(&attributes, &how));
	printf(" %d\n", how == PTHREAD_MUTEX_ROBUST_NP);
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		for (int repair = 0; repair < 2; repair++) {
			pthread_mutexattr_settype(&attributes, types[i]);
			pthread_mutex_init(&mutex, &attributes);
			outlive(&mutex, repair);
		}
	return 0;
}

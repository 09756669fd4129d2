/* Static and dynamic mutexes of each kind behave as their kind; pthread_yield. */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdio.h>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static pthread_mutex_t recursive = PTHREAD_RECURSIVE_MUTEX_INITIALIZER_NP;
static pthread_mutex_t checking = PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP;
static pthread_mutex_t adaptive = PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP;

static void *from_another(void *mutex)
{
	static int results[3];

	results[0] = pthread_mutex_trylock(mutex);
	results[1] = results[0] ? pthread_mutex_unlock(mutex) : 0;
	if (!results[0])
		pthread_mutex_unlock(mutex);
	return results;
}

static void kind(const char *name, pthread_mutex_t *mutex, int relock)
{
	pthread_t thread;
	void *results;
	int checks = relock == EDEADLK;

	printf("%s: %d", name, pthread_mutex_lock(mutex));
	printf(" try %d", pthread_mutex_trylock(mutex));
	if (relock >= 0)
		printf(" again %d", pthread_mutex_lock(mutex));
	pthread_create(&thread, NULL, from_another, mutex);
	pthread_join(thread, &results);
	printf(" other %d", ((int *)results)[0]);
	if (relock >= 0)
		printf(" unlock there %d", ((int *)results)[1]);
	printf(" unlock %d", pthread_mutex_unlock(mutex));
	for (int i = 0; i < (relock == 0 ? 3 : checks); i++)
		printf(" %d", pthread_mutex_unlock(mutex));
	puts("");
}

int main(void)
{
	static const int kinds[] = {
		PTHREAD_MUTEX_TIMED_NP, PTHREAD_MUTEX_RECURSIVE_NP, PTHREAD_MUTEX_ERRORCHECK_NP,
		PTHREAD_MUTEX_ADAPTIVE_NP, PTHREAD_MUTEX_FAST_NP,
	};
	static const int relock[] = {-1, 0, EDEADLK, -1, -1};
	int type;

	kind("recursive", &recursive, 0);
	kind("errorcheck", &checking, EDEADLK);
	kind("adaptive", &adaptive, -1);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		pthread_mutexattr_t attributes;
		pthread_mutex_t mutex;

		pthread_mutexattr_init(&attributes);
		printf("%d ", pthread_mutexattr_settype(&attributes, kinds[i]));
		pthread_mutexattr_gettype(&attributes, &type);
		printf("%d ", type == kinds[i]);
		pthread_mutex_init(&mutex, &attributes);
		kind("made", &mutex, relock[i]);
	}
	printf("%d\n", pthread_yield());
	return 0;
}

/* SPDX-License-Identifier: MIT */
#include "generator.h"

#include <pthread.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

struct random_data *wildebeest_random_lock(void)
{
	static struct random_data generator;
	static int32_t state[128 / sizeof(int32_t)];

	pthread_mutex_lock(&mutex);
	if (!generator.state)
		initstate_r(1, (char *)state, sizeof state, &generator);
	return &generator;
}

void wildebeest_random_unlock(void)
{
	pthread_mutex_unlock(&mutex);
}

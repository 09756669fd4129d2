/* SPDX-License-Identifier: MIT */
#include "generator.h"

char *initstate(unsigned int seed, char *state, size_t size)
{
	struct random_data *generator = wildebeest_random_lock();
	char *before = (char *)(generator->state - 1);
	int result = initstate_r(seed, state, size, generator);

	wildebeest_random_unlock();
	return result ? NULL : before;
}

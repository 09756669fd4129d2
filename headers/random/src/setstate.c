/* SPDX-License-Identifier: MIT */
#include "generator.h"

char *setstate(char *state)
{
	struct random_data *generator = wildebeest_random_lock();
	char *before = (char *)(generator->state - 1);
	int result = setstate_r(state, generator);

	wildebeest_random_unlock();
	return result ? NULL : before;
}

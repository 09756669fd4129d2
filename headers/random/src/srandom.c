/* SPDX-License-Identifier: MIT */
#include "generator.h"

void srandom(unsigned int seed)
{
	srandom_r(seed, wildebeest_random_lock());
	wildebeest_random_unlock();
}

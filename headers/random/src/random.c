/* SPDX-License-Identifier: MIT */
#include "generator.h"

long random(void)
{
	int32_t number;

	random_r(wildebeest_random_lock(), &number);
	wildebeest_random_unlock();
	return number;
}

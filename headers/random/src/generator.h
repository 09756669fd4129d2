/* SPDX-License-Identifier: MIT
 * generator.h: the one generator of a program.
 */
#ifndef WILDEBEEST_RANDOM_GENERATOR_H
#define WILDEBEEST_RANDOM_GENERATOR_H

#define _GNU_SOURCE
#include <stdlib.h>

/* Locks the generator, which has the seed 1 the first time, and returns it. */
struct random_data *wildebeest_random_lock(void);
void wildebeest_random_unlock(void);

#endif

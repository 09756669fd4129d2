/* SPDX-License-Identifier: MIT */
#ifndef WILDEBEEST_OBSTACK_START_H
#define WILDEBEEST_OBSTACK_START_H

#include <obstack.h>

/* Start with the functions that are set. Sizes and alignments of 0 are the
 * defaults. Returns 1. */
int wildebeest_obstack_start(struct obstack *obstack, int size, int alignment);

#endif

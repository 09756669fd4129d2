/* SPDX-License-Identifier: MIT
 * bsd_mask.h: sets of the first 32 signals as an int.
 */
#ifndef WILDEBEEST_SIGNAL_BSD_MASK_H
#define WILDEBEEST_SIGNAL_BSD_MASK_H

#define _GNU_SOURCE
#include <signal.h>

/* Applies the set of a mask as sigprocmask does; the mask before, or -1. */
static inline int change_mask(int how, int mask)
{
	sigset_t set, before;
	unsigned result = 0;

	sigemptyset(&set);
	for (int i = 0; i < 32; i++)
		if ((unsigned)mask >> i & 1)
			sigaddset(&set, i + 1);
	if (sigprocmask(how, &set, &before))
		return -1;
	for (int i = 0; i < 32; i++)
		result |= (unsigned)(sigismember(&before, i + 1) == 1) << i;
	return (int)result;
}

#endif

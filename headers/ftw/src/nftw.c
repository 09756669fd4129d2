/* SPDX-License-Identifier: MIT */
#include "walk.h"

#include <errno.h>

int nftw(const char *dir, __nftw_func_t func, int descriptors, int flags)
{
	struct walk walk = {
		.function = func,
		.flags = flags,
		.spare = descriptors < 1 ? 0 : descriptors - 1,
	};

	if (flags & ~(FTW_PHYS | FTW_MOUNT | FTW_CHDIR | FTW_DEPTH | FTW_ACTIONRETVAL)) {
		errno = EINVAL;
		return -1;
	}
	return wildebeest_ftw_walk(&walk, dir);
}

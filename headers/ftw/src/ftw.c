/* SPDX-License-Identifier: MIT */
#include "walk.h"

/* Observed on glibc 2.36: links are followed, and none is reported as such;
 * musl's takes them for what they are. */
int ftw(const char *dir, __ftw_func_t func, int descriptors)
{
	struct walk walk = {
		.simple = func,
		.spare = descriptors < 1 ? 0 : descriptors - 1,
	};

	return wildebeest_ftw_walk(&walk, dir);
}

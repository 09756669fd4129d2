/* SPDX-License-Identifier: MIT */
#ifndef WILDEBEEST_STRTOL_BASE_H
#define WILDEBEEST_STRTOL_BASE_H

#include <errno.h>

/* Restores the caller's errno where the libc says EINVAL and only digits were
 * missing: strtol(3) has EINVAL for the base alone. */
static inline void keep_errno(int caller, int base)
{
	if (errno == EINVAL && (base == 0 || (base >= 2 && base <= 36)))
		errno = caller;
}

#endif

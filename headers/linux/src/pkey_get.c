/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "pkru.h"

#include <errno.h>
#include <sys/mman.h>

/* pkeys(7). As with glibc the key must have been allocated: a machine without
 * keys never allocates one. */
int pkey_get(int key)
{
#ifdef WILDEBEEST_PKRU
	if (key >= 0 && key <= 15)
		return (pkru_read() >> (2 * key)) & 3;
	errno = EINVAL;
#else
	(void)key;
	errno = ENOSYS;
#endif
	return -1;
}

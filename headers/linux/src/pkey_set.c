/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "pkru.h"

#include <errno.h>
#include <sys/mman.h>

/* pkeys(7). As with glibc the key must have been allocated: a machine without
 * keys never allocates one. */
int pkey_set(int key, unsigned access_rights)
{
#ifdef WILDEBEEST_PKRU
	if (key >= 0 && key <= 15 && access_rights <= 3) {
		unsigned kept = pkru_read() & ~(3u << (2 * key));

		pkru_write(kept | access_rights << (2 * key));
		return 0;
	}
	errno = EINVAL;
#else
	(void)key;
	(void)access_rights;
	errno = ENOSYS;
#endif
	return -1;
}

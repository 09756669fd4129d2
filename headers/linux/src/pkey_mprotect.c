/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/* pkey_mprotect(2): key -1 is mprotect, also where the kernel has no keys. */
int pkey_mprotect(void *address, size_t length, int protection, int key)
{
	if (key == -1)
		return mprotect(address, length, protection);
	return syscall(SYS_pkey_mprotect, address, length, protection, key);
}

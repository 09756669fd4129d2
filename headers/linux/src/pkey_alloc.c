/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

int pkey_alloc(unsigned flags, unsigned access_rights)
{
	return syscall(SYS_pkey_alloc, flags, access_rights);
}

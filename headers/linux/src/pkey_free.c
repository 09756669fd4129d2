/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

int pkey_free(int key)
{
	return syscall(SYS_pkey_free, key);
}

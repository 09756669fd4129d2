/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

/* The number is the same on every machine (asm-generic/unistd.h). */
#ifndef SYS_mseal
#define SYS_mseal 462
#endif

int mseal(void *address, size_t length, unsigned long flags)
{
	return syscall(SYS_mseal, address, length, flags);
}

/* SPDX-License-Identifier: MIT */
#ifndef WILDEBEEST_LINUX_PKRU_H
#define WILDEBEEST_LINUX_PKRU_H

/* The register that holds two bits for each of 16 keys (Intel SDM, volume 3,
 * "Protection Keys"); other machines have none that a program may write. */
#if defined __x86_64__ || defined __i386__
#define WILDEBEEST_PKRU 1

static inline unsigned pkru_read(void)
{
	unsigned value, high;

	__asm__ volatile(".byte 0x0f, 0x01, 0xee" : "=a"(value), "=d"(high) : "c"(0));
	return value;
}

static inline void pkru_write(unsigned value)
{
	__asm__ volatile(".byte 0x0f, 0x01, 0xef" : : "a"(value), "c"(0), "d"(0) : "memory");
}
#endif

#endif

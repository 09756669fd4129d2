/* SPDX-License-Identifier: MIT
 * stdlib.h: random and rand with the numbers that glibc has for a seed.
 */
#include_next <stdlib.h>

#ifndef WILDEBEEST_RANDOM_STDLIB_H
#define WILDEBEEST_RANDOM_STDLIB_H

#include <sys/cdefs.h>

__BEGIN_DECLS

extern int rand(void) __asm__("wildebeest_rand");
extern void srand(unsigned int seed) __asm__("wildebeest_srandom");
#if defined _XOPEN_SOURCE || defined _GNU_SOURCE || defined _BSD_SOURCE
extern long random(void) __asm__("wildebeest_random");
extern void srandom(unsigned int seed) __asm__("wildebeest_srandom");
extern char *initstate(unsigned int seed, char *state, size_t size)
	__asm__("wildebeest_initstate");
extern char *setstate(char *state) __asm__("wildebeest_setstate");
#endif

__END_DECLS

#endif

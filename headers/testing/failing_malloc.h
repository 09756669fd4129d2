/* SPDX-License-Identifier: MIT
 * failing_malloc.h: a malloc for one test program that fails at the n-th call.
 * Included once, it replaces the libc's for the whole program, in glibc's
 * dynamic one as in musl's static one. Memory comes from a fixed arena and is
 * not used again until malloc_rewind.
 */
#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static _Alignas(16) char malloc_arena[8 << 20];
static size_t malloc_used;
static size_t malloc_mark;
static long malloc_left = -1; /* calls until one fails; -1: none does */
static int malloc_failed;     /* whether one did */
static long malloc_live;      /* blocks not freed */

/* Fail at the n-th call from now on, counted from 1, and at that only. */
static inline void malloc_fail_at(long n)
{
	malloc_left = n;
	malloc_failed = 0;
}

/* Remember what is in use now, and go back to it. */
static inline void malloc_set_mark(void)
{
	malloc_mark = malloc_used;
}

static inline void malloc_rewind(void)
{
	malloc_used = malloc_mark;
}

void *malloc(size_t size)
{
	char *block;

	if (malloc_left > 0 && --malloc_left == 0) {
		malloc_failed = 1;
		malloc_left = -1;
		errno = ENOMEM;
		return NULL;
	}
	if (size > sizeof malloc_arena - malloc_used - 32) {
		errno = ENOMEM;
		return NULL;
	}
	block = malloc_arena + malloc_used + 16;
	memcpy(block - 16, &size, sizeof size);
	malloc_used += 16 + ((size + 15) & ~(size_t)15);
	malloc_live++;
	return block;
}

void free(void *block)
{
	if (block)
		malloc_live--;
}

void *calloc(size_t count, size_t size)
{
	void *block;

	if (size && count > SIZE_MAX / size) {
		errno = ENOMEM;
		return NULL;
	}
	block = malloc(count * size);
	return block ? memset(block, 0, count * size) : NULL;
}

void *realloc(void *old, size_t size)
{
	size_t had = 0;
	void *block = malloc(size);

	if (!block || !old)
		return block;
	memcpy(&had, (char *)old - 16, sizeof had);
	memcpy(block, old, had < size ? had : size);
	free(old);
	return block;
}

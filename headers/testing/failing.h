/* SPDX-License-Identifier: MIT
 * failing.h: an allocator that fails at the n-th call, for the test programs'
 * musl side; glibc's own answers are not what these tests are about. Memory is
 * taken from one arena, which starts anew whenever all of it has been freed.
 */
#ifndef __GLIBC__
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static _Alignas(16) char failing_arena[1 << 25];
static size_t failing_used;
static long failing_live;      /* allocations that are not freed */
static long failing_after = -1; /* calls until one fails; -1 is never */

void *malloc(size_t size)
{
	size_t room = (size + 31) / 16 * 16;
	char *memory = failing_arena + failing_used;

	if (failing_after == 0 || size > sizeof failing_arena / 2 ||
	    room > sizeof failing_arena - failing_used) {
		errno = ENOMEM;
		return NULL;
	}
	if (failing_after > 0)
		failing_after--;
	failing_used += room;
	failing_live++;
	*(size_t *)(void *)memory = size;
	return memory + 16;
}

void free(void *memory)
{
	if (memory && --failing_live == 0)
		failing_used = 0;
}

void *calloc(size_t count, size_t size)
{
	void *memory = size && count > (size_t)-1 / size ? NULL : malloc(count * size);

	return memory ? memset(memory, 0, count * size) : NULL;
}

void *realloc(void *old, size_t size)
{
	void *memory = malloc(size);
	size_t before = old ? *(size_t *)(void *)((char *)old - 16) : 0;

	if (memory && old) {
		memcpy(memory, old, before < size ? before : size);
		free(old);
	}
	return memory;
}
#endif

/* SPDX-License-Identifier: MIT */
#include <obstack.h>

int _obstack_memory_used(struct obstack *obstack)
{
	const struct _obstack_chunk *chunk = obstack->chunk;
	long used = 0;

	for (; chunk; chunk = chunk->prev)
		used += chunk->limit - (const char *)chunk;
	return (int)used;
}

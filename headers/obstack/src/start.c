/* SPDX-License-Identifier: MIT */
#include "start.h"

#include "chunk.h"

/* Observed on glibc 2.36. */
enum { DEFAULT_SIZE = 4064, DEFAULT_ALIGNMENT = 16 };

int wildebeest_obstack_start(struct obstack *obstack, int size, int alignment)
{
	struct _obstack_chunk *chunk;
	size_t least;

	if (alignment <= 0)
		alignment = DEFAULT_ALIGNMENT;
	if (size <= 0)
		size = DEFAULT_SIZE;
	/* Room for the chunk itself and the alignment of its first object. */
	least = offsetof(struct _obstack_chunk, contents) + (size_t)alignment;
	obstack->chunk_size = size;
	obstack->alignment_mask = alignment - 1;
	chunk = wildebeest_obstack_chunk(
		obstack, (size_t)size < least ? least : (size_t)size);
	chunk->prev = NULL;
	obstack->chunk = chunk;
	obstack->chunk_limit = chunk->limit;
	obstack->next_free = obstack->object_base = chunk_start(obstack, chunk);
	obstack->maybe_empty_object = 0;
	obstack->alloc_failed = 0;
	return 1;
}

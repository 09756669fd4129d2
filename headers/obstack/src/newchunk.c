/* SPDX-License-Identifier: MIT */
#include <stdint.h>

#include "chunk.h"

/* Move the growing object to a chunk with room for length more. */
void _obstack_newchunk(struct obstack *obstack, long length)
{
	struct _obstack_chunk *old = obstack->chunk, *chunk;
	size_t had = (size_t)(obstack->next_free - obstack->object_base);
	size_t size;
	char *start;

	/* Observed on glibc 2.36: an eighth and 100 more than is needed. A sum
	 * that does not fit ends in a size that can't be had. */
	if (length < 0 || __builtin_add_overflow(had, (size_t)length, &size) ||
	    __builtin_add_overflow(size, (had >> 3) + 100 +
				   (size_t)obstack->alignment_mask, &size))
		size = SIZE_MAX;
	if (size < (size_t)obstack->chunk_size)
		size = (size_t)obstack->chunk_size;
	chunk = wildebeest_obstack_chunk(obstack, size);
	chunk->prev = old;
	start = chunk_start(obstack, chunk);
	memcpy(start, obstack->object_base, had);
	/* A chunk that had nothing else is not needed any more. */
	if (!obstack->maybe_empty_object &&
	    obstack->object_base == chunk_start(obstack, old)) {
		chunk->prev = old->prev;
		wildebeest_obstack_release(obstack, old);
	}
	obstack->chunk = chunk;
	obstack->chunk_limit = chunk->limit;
	obstack->object_base = start;
	obstack->next_free = start + had;
	obstack->maybe_empty_object = 0;
}

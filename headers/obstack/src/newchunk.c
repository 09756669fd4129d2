/* SPDX-License-Identifier: MIT */
#include <stdint.h>

#include "chunk.h"

/* The growing object that does not fit gets this much more. Observed on glibc
 * 2.36: an eighth and 100. The manual leaves sizes open, and an object that
 * outgrew a chunk would walk through a dozen mappings with that where malloc
 * keeps no freed memory, as musl's: such a one gets four times its size, and
 * twice once that is much. What is not used of it is not touched. */
static size_t ahead(size_t had)
{
	enum { LARGE = 4000, HUGE = 1 << 16 };

	if (had < LARGE)
		return had / 8 + 100;
	return had < HUGE ? 3 * had : had;
}

/* Move the growing object to a chunk with room for length more. */
void _obstack_newchunk(struct obstack *obstack, long length)
{
	struct _obstack_chunk *old = obstack->chunk, *chunk;
	size_t had = (size_t)(obstack->next_free - obstack->object_base);
	size_t size;
	char *start;

	/* A sum that does not fit ends in a size that can't be had. */
	if (length < 0 || __builtin_add_overflow(had, (size_t)length, &size) ||
	    __builtin_add_overflow(size, ahead(had) +
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

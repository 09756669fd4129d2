/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "chunk.h"

static int holds(const struct _obstack_chunk *chunk, const char *object)
{
	return object > (const char *)chunk && object <= chunk->limit;
}

void _obstack_free(struct obstack *obstack, void *object)
{
	struct _obstack_chunk *chunk = obstack->chunk;

	while (chunk && !holds(chunk, object)) {
		struct _obstack_chunk *before = chunk->prev;

		wildebeest_obstack_release(obstack, chunk);
		chunk = before;
		/* Nothing is known of what that one holds. */
		obstack->maybe_empty_object = 1;
	}
	obstack->chunk = chunk;
	if (chunk) {
		obstack->chunk_limit = chunk->limit;
		obstack->object_base = obstack->next_free = object;
	} else if (object) {
		abort(); /* it is in no chunk */
	}
}

/* SPDX-License-Identifier: MIT */
#ifndef WILDEBEEST_OBSTACK_CHUNK_H
#define WILDEBEEST_OBSTACK_CHUNK_H

#include <obstack.h>

/* A new chunk, or the end of the program: the failure handler does not
 * return. */
struct _obstack_chunk *wildebeest_obstack_chunk(struct obstack *obstack,
						size_t size);
void wildebeest_obstack_release(struct obstack *obstack,
				struct _obstack_chunk *chunk);

/* Where objects start in a chunk. */
static inline char *chunk_start(const struct obstack *obstack,
				struct _obstack_chunk *chunk)
{
	char *contents = (char *)chunk + offsetof(struct _obstack_chunk, contents);

	return contents + (-(size_t)contents & (size_t)obstack->alignment_mask);
}

#endif

/* SPDX-License-Identifier: MIT */
#include "chunk.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

static void exhausted(void)
{
	fprintf(stderr, "memory exhausted\n");
	exit(obstack_exit_failure);
}

WILDEBEEST_PUBLIC int obstack_exit_failure = EXIT_FAILURE;
WILDEBEEST_PUBLIC void (*obstack_alloc_failed_handler)(void) = exhausted;

struct _obstack_chunk *wildebeest_obstack_chunk(struct obstack *obstack,
						size_t size)
{
	struct _obstack_chunk *chunk = NULL;

	if (size > LONG_MAX)
		;
	else if (obstack->use_extra_arg)
		chunk = obstack->chunkfun(obstack->extra_arg, (long)size);
	else
		chunk = ((struct _obstack_chunk *(*)(long))(void (*)(void))
				 obstack->chunkfun)((long)size);
	if (!chunk) {
		obstack_alloc_failed_handler();
		abort(); /* it must not return */
	}
	chunk->limit = (char *)chunk + size;
	return chunk;
}

void wildebeest_obstack_release(struct obstack *obstack,
				struct _obstack_chunk *chunk)
{
	if (obstack->use_extra_arg)
		obstack->freefun(obstack->extra_arg, chunk);
	else
		((void (*)(struct _obstack_chunk *))(void (*)(void))
			 obstack->freefun)(chunk);
}

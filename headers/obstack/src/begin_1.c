/* SPDX-License-Identifier: MIT */
#include "start.h"

int _obstack_begin_1(struct obstack *obstack, int size, int alignment,
		     void *(*chunkfun)(void *, long),
		     void (*freefun)(void *, void *), void *argument)
{
	obstack->chunkfun = (struct _obstack_chunk * (*)(void *, long))chunkfun;
	obstack->freefun = (void (*)(void *, struct _obstack_chunk *))freefun;
	obstack->extra_arg = argument;
	obstack->use_extra_arg = 1;
	return wildebeest_obstack_start(obstack, size, alignment);
}

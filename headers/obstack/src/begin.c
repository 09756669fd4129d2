/* SPDX-License-Identifier: MIT */
#include "start.h"

int _obstack_begin(struct obstack *obstack, int size, int alignment,
		   void *(*chunkfun)(long), void (*freefun)(void *))
{
	obstack->chunkfun = (struct _obstack_chunk * (*)(void *, long))
		(void (*)(void))chunkfun;
	obstack->freefun = (void (*)(void *, struct _obstack_chunk *))
		(void (*)(void))freefun;
	obstack->use_extra_arg = 0;
	return wildebeest_obstack_start(obstack, size, alignment);
}

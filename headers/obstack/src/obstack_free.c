/* SPDX-License-Identifier: MIT */
#include <obstack.h>

void (obstack_free)(struct obstack *obstack, void *object)
{
	_obstack_free(obstack, object);
}

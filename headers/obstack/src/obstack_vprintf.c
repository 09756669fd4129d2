/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <limits.h>
#include <obstack.h>
#include <stdio.h>

int obstack_vprintf(struct obstack *__restrict obstack,
		    const char *__restrict format, va_list arguments)
{
	long room = obstack->chunk_limit - obstack->next_free;
	va_list again;
	int length;

	if (room > INT_MAX)
		room = INT_MAX;
	va_copy(again, arguments);
	length = vsnprintf(obstack->next_free, (size_t)room, format, arguments);
	if (length >= room) {
		/* The zero that ends the text needs a byte too. */
		obstack_make_room(obstack, (long)length + 1);
		length = vsnprintf(obstack->next_free, (size_t)length + 1, format,
				   again);
	}
	va_end(again);
	if (length > 0)
		obstack->next_free += length;
	return length;
}

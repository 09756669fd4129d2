/* SPDX-License-Identifier: MIT */
#include "program.h"

int re_compile_fastmap(struct re_pattern_buffer *buffer)
{
	const struct re_dfa_t *program = buffer->buffer;

	/* It is asked about bytes that are translated already. */
	for (int c = 0; c < 256; c++)
		buffer->fastmap[c] = program->first[c] && (!program->translate || program->translate[c] == c);
	buffer->can_be_null = buffer->buffer->empty_first;
	buffer->fastmap_accurate = 1;
	return 0;
}

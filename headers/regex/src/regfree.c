/* SPDX-License-Identifier: MIT */
#include "program.h"

#include <stdlib.h>

void regfree(regex_t *buffer)
{
	wildebeest_regex_free(buffer->buffer);
	buffer->buffer = NULL;
	buffer->allocated = buffer->used = 0;
	free(buffer->fastmap);
	buffer->fastmap = NULL;
	free(buffer->translate);
	buffer->translate = NULL;
}

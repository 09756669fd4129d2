/* SPDX-License-Identifier: MIT */
#include "message.h"
#include "program.h"

#include <string.h>

size_t regerror(int error, const regex_t *restrict buffer, char *restrict text, size_t size)
{
	const char *message = wildebeest_regex_message(error);
	size_t length = strlen(message), room = size > 0 && length >= size ? size - 1 : length;

	(void)buffer;
	if (size > 0) {
		memcpy(text, message, room);
		text[room] = '\0';
	}
	return length + 1;
}

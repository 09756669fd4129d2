/* SPDX-License-Identifier: MIT */
#include <execinfo.h>
#include <stdlib.h>
#include <string.h>

#include "line.h"

/* Write the line for an address, if there is where to; its size with the zero
 * is returned. */
static size_t write_line(char *to, const void *address)
{
	const char *parts[LINE_PARTS];
	struct place place;
	size_t size = 0;
	int count;

	wildebeest_execinfo_place(&place, address);
	if (!address)
		strcpy(place.address, "(nil)");
	count = wildebeest_execinfo_parts(&place, " ", parts);
	for (int i = 0; i < count; i++) {
		size_t length = strlen(parts[i]);

		if (to)
			memcpy(to + size, parts[i], length);
		size += length;
	}
	if (to)
		memcpy(to + size, "]", 2);
	return size + 2;
}

char **backtrace_symbols(void *const *array, int size)
{
	size_t total = sizeof(char *);
	char **lines, *text;

	for (int i = 0; i < size; i++)
		total += sizeof(char *) + write_line(NULL, array[i]);
	lines = malloc(total);
	if (!lines)
		return NULL;
	text = (char *)(lines + (size > 0 ? size : 0));
	for (int i = 0; i < size; i++) {
		lines[i] = text;
		text += write_line(text, array[i]);
	}
	return lines;
}

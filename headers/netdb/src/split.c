/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <ctype.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static char *word(char **at)
{
	char *start = *at + strspn(*at, " \t\n\v\f\r");
	char *end = start + strcspn(start, " \t\n\v\f\r");

	*at = *end ? end + 1 : end;
	*end = '\0';
	return *start ? start : NULL;
}

int wildebeest_netdb_split(char *line, struct record *record, char *space, size_t size)
{
	size_t skip = -(uintptr_t)space % _Alignof(char *), count = 0;

	*strchrnul(line, '#') = '\0';
	if (!(record->name = word(&line)) || !(record->value = word(&line)))
		return 0;
	if (skip > size)
		return -1;
	record->aliases = (char **)(void *)(space + skip);
	size_t room = (size - skip) / sizeof(char *);
	do
		if (count == room)
			return -1;
	while ((record->aliases[count++] = word(&line)));
	return 1;
}

long wildebeest_netdb_number(const char *text, long high)
{
	char *end;
	int caller = errno;

	if (!isdigit((unsigned char)*text))
		return -1;
	errno = 0;
	long value = strtol(text, &end, 10);
	if (*end || errno || value > high)
		value = -1;
	errno = caller;
	return value;
}

int wildebeest_netdb_named(const char *name, char **aliases, const char *key)
{
	if (!strcmp(name, key))
		return 1;
	for (; *aliases; aliases++)
		if (!strcmp(*aliases, key))
			return 1;
	return 0;
}

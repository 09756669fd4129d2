/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <ctype.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

char *wildebeest_accounts_field(char **at)
{
	char *field = *at, *end = strchrnul(field, ':');

	*at = *end ? end + 1 : end;
	*end = '\0';
	return field;
}

int wildebeest_accounts_number(char **at, unsigned *value, const unsigned *otherwise)
{
	char *end;
	int saved = errno;

	if (!**at)
		return -1;
	unsigned long long number = strtoull(*at, &end, 10);
	errno = saved;
	if (*end && *end != ':')
		return -1;
	if (end == *at) {
		if (!otherwise)
			return -1;
		number = *otherwise;
	} else if (number > UINT32_MAX) {
		return -1;
	}
	*value = number;
	*at = *end ? end + 1 : end;
	return 0;
}

int wildebeest_accounts_is_compat(const char *name, const char *rest)
{
	return !*rest && (*name == '+' || *name == '-');
}

/* Cuts the next member off *at: blanks before it and empty ones do not count. */
static char *member(char **at)
{
	for (;;) {
		while (isspace((unsigned char)**at))
			++*at;
		char *start = *at, *end = strchrnul(start, ',');
		if (!*start)
			return NULL;
		*at = *end ? end + 1 : end;
		*end = '\0';
		if (end != start)
			return start;
	}
}

char **wildebeest_accounts_list(char *list, char **space, size_t *size)
{
	size_t skip = -(uintptr_t)*space % _Alignof(char *), count = 0;
	char **members = (char **)(void *)(*space + skip);

	if (skip > *size)
		return NULL;
	size_t room = (*size - skip) / sizeof *members;
	do
		if (count == room)
			return NULL;
	while ((members[count++] = member(&list)));
	*space = (char *)(members + count);
	*size -= skip + count * sizeof *members;
	return members;
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* Where a line's entry begins, its newline cut off, or NULL in an empty line and
 * a comment. */
static char *content(char *line)
{
	*strchrnul(line, '\n') = '\0';
	while (isspace((unsigned char)*line))
		line++;
	return *line && *line != '#' ? line : NULL;
}

/* Reads one line that has to fit: 0, ENOENT, ERANGE or an errno value. */
static int read_line(FILE *stream, char *buffer, size_t size)
{
	if (size > INT_MAX)
		size = INT_MAX;
	if (size < 3)
		return ERANGE;
	buffer[size - 1] = 1; /* fgets writes here when the line fills the buffer */
	errno = 0;
	if (!fgets_unlocked(buffer, size, stream))
		return feof_unlocked(stream) ? ENOENT : errno ? errno : EIO;
	if (buffer[size - 1] == '\0' && buffer[size - 2] != '\n')
		return ERANGE;
	return 0;
}

/* Goes back to before the line, or says why that can't be. */
static int go_back(FILE *stream, off_t start)
{
	return start != -1 && fseeko(stream, start, SEEK_SET) == 0 ? ERANGE : errno;
}

int wildebeest_accounts_read(FILE *stream, wildebeest_accounts_parser *parse,
			     void *entry, char *buffer, size_t size)
{
	int caller = errno, error;

	flockfile(stream);
	for (;;) {
		off_t start = ftello(stream);
		char *line;

		if (start == -1)
			errno = caller;
		error = read_line(stream, buffer, size);
		if (error == 0 && (line = content(buffer))) {
			char *space = line + strlen(line) + 1;

			error = parse(line, entry, space, buffer + size - space);
			if (error == 0)
				break;
			if (error == -1) {
				caller = EINVAL;
				continue;
			}
		}
		if (error == ERANGE)
			error = go_back(stream, start);
		if (error)
			break;
	}
	funlockfile(stream);
	errno = error ? error : caller;
	return error;
}

/* Makes room for a line of length octets and its lists, at most two of them and
 * aligned: 0, or -1 with errno. */
static int make_room(struct wildebeest_accounts_store *store, const char *line,
		     size_t length)
{
	size_t members = 6;

	for (const char *at = line; at < line + length; at++)
		members += *at == ',';
	size_t need = length + 1 + members * sizeof(char *);
	if (need <= store->size)
		return 0;
	char *grown = realloc(store->buffer, need);
	if (!grown)
		return -1;
	store->buffer = grown;
	store->size = need;
	return 0;
}

void *wildebeest_accounts_next(FILE *stream, wildebeest_accounts_parser *parse,
			       void *entry, struct wildebeest_accounts_store *store)
{
	int caller = errno;

	for (;;) {
		errno = 0;
		ssize_t length = getline(&store->buffer, &store->size, stream);
		if (length < 0) {
			errno = feof(stream) ? ENOENT : errno ? errno : EIO;
			return NULL;
		}
		if (make_room(store, store->buffer, length))
			return NULL;
		char *line = content(store->buffer);
		if (!line)
			continue;
		char *space = line + strlen(line) + 1;
		if (!parse(line, entry, space, store->buffer + store->size - space))
			break;
		caller = EINVAL;
	}
	errno = caller;
	return entry;
}

int wildebeest_accounts_string(const char *string, wildebeest_accounts_parser *parse,
			       void *entry, char *buffer, size_t size)
{
	size_t length = strcspn(string, "\n");

	if (length >= size)
		return ERANGE;
	memmove(buffer, string, length);
	buffer[length] = '\0';
	return parse(buffer, entry, buffer + length + 1, size - length - 1);
}

void *wildebeest_accounts_parse(const char *string, wildebeest_accounts_parser *parse,
				void *entry, struct wildebeest_accounts_store *store)
{
	if (make_room(store, string, strlen(string)) ||
	    wildebeest_accounts_string(string, parse, entry, store->buffer, store->size))
		return NULL;
	return entry;
}

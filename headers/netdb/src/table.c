/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "table.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

int wildebeest_netdb_read(FILE *stream, const struct wildebeest_netdb_table *table,
			  void *entry, char *buffer, size_t size)
{
	int caller = errno;

	if (size > INT_MAX)
		size = INT_MAX;
	if (size < 3)
		return ERANGE;
	for (;;) {
		struct record record;
		off_t start = ftello(stream);

		buffer[size - 1] = 1; /* fgets writes here when the line fills the buffer */
		errno = 0;
		if (!fgets(buffer, size, stream)) {
			int error = feof(stream) ? NO_RECORD : errno ? errno : EIO;
			errno = caller;
			return error;
		}
		int cut = buffer[size - 1] == '\0' && buffer[size - 2] != '\n';
		size_t used = strlen(buffer) + 1;
		int parts = cut ? -1 : wildebeest_netdb_split(buffer, &record, buffer + used,
							      size - used);
		errno = caller;
		if (parts < 0)
			return fseeko(stream, start, SEEK_SET) ? errno : ERANGE;
		if (parts && table->convert(&record, entry) == 0)
			return 0;
	}
}

int wildebeest_netdb_next(struct wildebeest_netdb_table *table, void *entry,
			  char *buffer, size_t size)
{
	int caller = errno, error = 0;

	pthread_mutex_lock(&table->lock);
	if (!table->stream && !(table->stream = fopen(table->path, "rce")))
		error = errno;
	errno = caller;
	if (!error)
		error = wildebeest_netdb_read(table->stream, table, entry, buffer, size);
	pthread_mutex_unlock(&table->lock);
	return error == NO_RECORD ? ENOENT : error;
}

int wildebeest_netdb_find(const struct wildebeest_netdb_table *table,
			  wildebeest_netdb_match *match, const void *key, void *entry,
			  char *buffer, size_t size)
{
	int caller = errno, error;
	FILE *stream = fopen(table->path, "rce");

	if (!stream)
		return errno;
	errno = caller;
	do
		error = wildebeest_netdb_read(stream, table, entry, buffer, size);
	while (error == 0 && !match(entry, key));
	fclose(stream);
	return error;
}

void *wildebeest_netdb_get(struct wildebeest_netdb_table *table,
			   wildebeest_netdb_match *match, const void *key, void *entry,
			   struct wildebeest_netdb_store *store)
{
	int error;

	do {
		size_t size = store->size ? 2 * store->size : 1024;

		error = ERANGE;
		if (store->size)
			error = match ? wildebeest_netdb_find(table, match, key, entry,
							      store->buffer, store->size)
				      : wildebeest_netdb_next(table, entry, store->buffer,
							      store->size);
		if (error == ERANGE) {
			char *grown = realloc(store->buffer, size);

			if (!grown)
				return NULL;
			store->buffer = grown;
			store->size = size;
		}
	} while (error == ERANGE);
	/* Observed on glibc 2.36: the end is no error, and neither is it to have no
	 * file; one that can't be read is. */
	if (error > 0 && error != ENOENT)
		errno = error;
	return error ? NULL : entry;
}

void wildebeest_netdb_rewind(struct wildebeest_netdb_table *table)
{
	pthread_mutex_lock(&table->lock);
	if (table->stream)
		rewind(table->stream);
	pthread_mutex_unlock(&table->lock);
}

void wildebeest_netdb_close(struct wildebeest_netdb_table *table)
{
	pthread_mutex_lock(&table->lock);
	if (table->stream)
		fclose(table->stream);
	table->stream = NULL;
	pthread_mutex_unlock(&table->lock);
}

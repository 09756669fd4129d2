/* SPDX-License-Identifier: MIT
 * table.h: what /etc/networks, /etc/services, /etc/protocols and /etc/rpc share:
 * lines of a name, a value and aliases, with comments behind a #.
 */
#ifndef WILDEBEEST_NETDB_TABLE_H
#define WILDEBEEST_NETDB_TABLE_H

#include <pthread.h>
#include <stddef.h>
#include <stdio.h>

struct record {
	char *name, *value, **aliases;
};

/* A database: how a record becomes its entry (0, or -1 where the value is
 * malformed), and the file that is read entry by entry. */
struct wildebeest_netdb_table {
	const char *path;
	int (*convert)(const struct record *record, void *entry);
	FILE *stream;
	pthread_mutex_t lock;
};

extern struct wildebeest_netdb_table wildebeest_netdb_networks, wildebeest_netdb_services,
	wildebeest_netdb_protocols, wildebeest_netdb_rpc;

/* Whether an entry is the one that is looked for. */
typedef int wildebeest_netdb_match(const void *entry, const void *key);

/* Memory of the functions that return their own. */
struct wildebeest_netdb_store {
	char *buffer;
	size_t size;
};

/* 1 for a line with a record, 0 for one without, -1 where space is too small. The
 * line is taken apart in place. */
int wildebeest_netdb_split(char *line, struct record *record, char *space, size_t size);

/* A decimal number from 0 to high; -1 where text is anything else. */
long wildebeest_netdb_number(const char *text, long high);

/* Whether key, a string, is the name or one of the aliases. */
int wildebeest_netdb_named(const char *name, char **aliases, const char *key);

/* What a search returns that came to the end. */
enum { NO_RECORD = -1 };

/* All return 0, ERANGE for a small buffer (the stream is then where it was), or
 * another errno value; read and find NO_RECORD at the end, next ENOENT. */
int wildebeest_netdb_read(FILE *stream, const struct wildebeest_netdb_table *table,
			  void *entry, char *buffer, size_t size);
int wildebeest_netdb_next(struct wildebeest_netdb_table *table, void *entry,
			  char *buffer, size_t size);
int wildebeest_netdb_find(const struct wildebeest_netdb_table *table,
			  wildebeest_netdb_match *match, const void *key, void *entry,
			  char *buffer, size_t size);

/* The same with memory as needed; entry or NULL. Without match, the next one. */
void *wildebeest_netdb_get(struct wildebeest_netdb_table *table,
			   wildebeest_netdb_match *match, const void *key, void *entry,
			   struct wildebeest_netdb_store *store);

void wildebeest_netdb_rewind(struct wildebeest_netdb_table *table);
void wildebeest_netdb_close(struct wildebeest_netdb_table *table);

#endif

/* SPDX-License-Identifier: MIT
 * record.h: what the four account files share: lines of fields behind colons.
 * Rules that are not in passwd(5), group(5), shadow(5) or gshadow(5) were
 * observed on glibc 2.36.
 */
#ifndef WILDEBEEST_ACCOUNTS_RECORD_H
#define WILDEBEEST_ACCOUNTS_RECORD_H

#include <pthread.h>
#include <stddef.h>
#include <stdio.h>

/* Takes line apart in place and fills entry, with lists stored in space: 0, -1
 * where the line is malformed, or ERANGE where size is too small. */
typedef int wildebeest_accounts_parser(char *line, void *entry, char *space,
				       size_t size);

wildebeest_accounts_parser wildebeest_accounts_passwd, wildebeest_accounts_group,
	wildebeest_accounts_shadow, wildebeest_accounts_gshadow;

/* The next field of *at, cut off; *at goes behind its colon, or to the end. */
char *wildebeest_accounts_field(char **at);

/* A field of digits, up to 32 bits. Returns 0, or -1 where it is malformed. An
 * empty one gives otherwise, if that is not NULL and a colon follows. */
int wildebeest_accounts_number(char **at, unsigned *value, const unsigned *otherwise);

/* Whether the line is a name alone, of the NIS kind: "+", "-user", "+@group". */
int wildebeest_accounts_is_compat(const char *name, const char *rest);

/* Whether the characters that separate fields, and lines, are absent: what has
 * them could not be read back. NULL is plain. */
int wildebeest_accounts_is_plain(const char *text, const char *separators);
int wildebeest_accounts_are_plain(char *const *list);

/* Writes a list with commas between its members. 0, or -1 with errno. */
int wildebeest_accounts_put_list(char *const *list, FILE *stream);

/* The members of a list behind commas, as an array with NULL at its end in
 * *space, which moves. NULL where size is too small. */
char **wildebeest_accounts_list(char *list, char **space, size_t *size);

/* Reads lines until one can be parsed. 0, ENOENT at the end of the stream, or an
 * errno value; after ERANGE the stream is where it was. */
int wildebeest_accounts_read(FILE *stream, wildebeest_accounts_parser *parse,
			     void *entry, char *buffer, size_t size);

/* The same from a string without its own lines. *entry is filled and 0 returned,
 * or -1, or ERANGE. */
int wildebeest_accounts_string(const char *string, wildebeest_accounts_parser *parse,
			       void *entry, char *buffer, size_t size);

/* Memory that a function keeps for what it returned last. */
struct wildebeest_accounts_store {
	char *buffer;
	size_t size;
};

/* Reads as wildebeest_accounts_read does, with memory as needed. Returns entry,
 * or NULL with errno. */
void *wildebeest_accounts_next(FILE *stream, wildebeest_accounts_parser *parse,
			       void *entry, struct wildebeest_accounts_store *store);

/* Parses a string with memory as needed. Returns entry, or NULL. */
void *wildebeest_accounts_parse(const char *string, wildebeest_accounts_parser *parse,
				void *entry, struct wildebeest_accounts_store *store);

/* A file under /etc that is read entry by entry. */
struct wildebeest_accounts_file {
	const char *path;
	wildebeest_accounts_parser *parse;
	FILE *stream;
	pthread_mutex_t lock;
	struct wildebeest_accounts_store store;
};

extern struct wildebeest_accounts_file wildebeest_accounts_etc_passwd,
	wildebeest_accounts_etc_group, wildebeest_accounts_etc_shadow,
	wildebeest_accounts_etc_gshadow;

void wildebeest_accounts_rewind(struct wildebeest_accounts_file *file);
void wildebeest_accounts_close(struct wildebeest_accounts_file *file);
/* 0 and an entry, ENOENT at the end, or an errno value, which errno has too. */
int wildebeest_accounts_get_r(struct wildebeest_accounts_file *file, void *entry,
			      char *buffer, size_t size);
/* entry, or NULL: at the end with errno as it was, else with an error. */
void *wildebeest_accounts_get(struct wildebeest_accounts_file *file, void *entry);

#endif

/* Any bytes as an account file: every parser by stream and by string, with small
 * buffers and with memory as needed, finds the same entries and stays inside its
 * buffer. Native, with the sources of the module under ASan. */
#define _GNU_SOURCE
#include "../src/record.h"

#include <errno.h>
#include <grp.h>
#include <gshadow.h>
#include <pwd.h>
#include <shadow.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

union entry {
	char *name; /* the first member of each */
	struct passwd passwd;
	struct group group;
	struct spwd shadow;
	struct sgrp gshadow;
};

static void stream(const uint8_t *data, size_t size, wildebeest_accounts_parser *parse)
{
	struct wildebeest_accounts_store store = {0};
	FILE *one = fmemopen((void *)data, size, "r"), *other = fmemopen((void *)data, size, "r");
	union entry by_need, by_buffer;

	while (wildebeest_accounts_next(one, parse, &by_need, &store)) {
		size_t room = 3;
		char *buffer = NULL;
		int error;

		do {
			free(buffer);
			buffer = malloc(room);
			error = wildebeest_accounts_read(other, parse, &by_buffer, buffer, room);
			room *= 2;
		} while (error == ERANGE && room < 1 << 24);
		if (error || strcmp(by_need.name, by_buffer.name))
			abort();
		free(buffer);
	}
	fclose(one);
	fclose(other);
	free(store.buffer);
}

static void string(const char *text, wildebeest_accounts_parser *parse)
{
	struct wildebeest_accounts_store store = {0};
	union entry entry;

	for (size_t room = 0; room < 300; room += 37) {
		char *buffer = malloc(room);

		wildebeest_accounts_string(text, parse, &entry, buffer, room);
		free(buffer);
	}
	wildebeest_accounts_parse(text, parse, &entry, &store);
	free(store.buffer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static wildebeest_accounts_parser *const parsers[] = {
		wildebeest_accounts_passwd, wildebeest_accounts_group,
		wildebeest_accounts_shadow, wildebeest_accounts_gshadow,
	};
	if (!size || memchr(data, 0, size)) /* a line ends at its NUL, by getline and fgets alike */
		return 0;
	char *text = strndup((const char *)data, size);
	for (unsigned i = 0; i < sizeof parsers / sizeof *parsers; i++) {
		stream(data, size, parsers[i]);
		string(text, parsers[i]);
	}
	free(text);
	return 0;
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <errno.h>
#include <gshadow.h>
#include <stdlib.h>

struct sgrp *getsgnam(const char *name)
{
	static struct sgrp entry;
	static struct wildebeest_accounts_store store;
	struct sgrp *result;
	int error = ERANGE;

	if (store.size)
		error = getsgnam_r(name, &entry, store.buffer, store.size, &result);
	while (error == ERANGE) {
		size_t size = store.size ? 2 * store.size : 1024;
		char *grown = realloc(store.buffer, size);

		if (!grown)
			return NULL;
		store.buffer = grown;
		store.size = size;
		error = getsgnam_r(name, &entry, store.buffer, store.size, &result);
	}
	return result;
}

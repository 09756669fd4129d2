/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <shadow.h>

int fgetspent_r(FILE *__restrict stream, struct spwd *__restrict entry,
		char *__restrict buffer, size_t size, struct spwd **__restrict result)
{
	int error = wildebeest_accounts_read(stream, wildebeest_accounts_shadow, entry, buffer, size);

	*result = error ? NULL : entry;
	return error;
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <grp.h>

int fgetgrent_r(FILE *__restrict stream, struct group *__restrict entry,
		char *__restrict buffer, size_t size, struct group **__restrict result)
{
	int error = wildebeest_accounts_read(stream, wildebeest_accounts_group, entry, buffer, size);

	*result = error ? NULL : entry;
	return error;
}

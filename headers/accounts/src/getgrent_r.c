/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <grp.h>

int getgrent_r(struct group *__restrict entry, char *__restrict buffer, size_t size,
	       struct group **__restrict result)
{
	int error = wildebeest_accounts_get_r(&wildebeest_accounts_etc_group, entry, buffer, size);

	*result = error ? NULL : entry;
	return error;
}

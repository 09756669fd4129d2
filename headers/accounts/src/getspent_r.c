/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <shadow.h>

int getspent_r(struct spwd *__restrict entry, char *__restrict buffer, size_t size,
	       struct spwd **__restrict result)
{
	int error = wildebeest_accounts_get_r(&wildebeest_accounts_etc_shadow, entry, buffer, size);

	*result = error ? NULL : entry;
	return error;
}

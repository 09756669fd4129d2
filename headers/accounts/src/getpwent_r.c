/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <pwd.h>

int getpwent_r(struct passwd *__restrict entry, char *__restrict buffer, size_t size,
	       struct passwd **__restrict result)
{
	int error = wildebeest_accounts_get_r(&wildebeest_accounts_etc_passwd, entry, buffer, size);

	*result = error ? NULL : entry;
	return error;
}

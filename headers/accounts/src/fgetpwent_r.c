/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <pwd.h>

int fgetpwent_r(FILE *__restrict stream, struct passwd *__restrict entry,
		char *__restrict buffer, size_t size, struct passwd **__restrict result)
{
	int error = wildebeest_accounts_read(stream, wildebeest_accounts_passwd, entry, buffer, size);

	*result = error ? NULL : entry;
	return error;
}

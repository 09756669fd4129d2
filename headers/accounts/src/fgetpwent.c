/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <pwd.h>

struct passwd *fgetpwent(FILE *stream)
{
	static struct passwd entry;
	static struct wildebeest_accounts_store store;

	return wildebeest_accounts_next(stream, wildebeest_accounts_passwd, &entry, &store);
}

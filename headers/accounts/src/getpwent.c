/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <pwd.h>

struct passwd *getpwent(void)
{
	static struct passwd entry;

	return wildebeest_accounts_get(&wildebeest_accounts_etc_passwd, &entry);
}

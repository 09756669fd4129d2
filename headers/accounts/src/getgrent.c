/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <grp.h>

struct group *getgrent(void)
{
	static struct group entry;

	return wildebeest_accounts_get(&wildebeest_accounts_etc_group, &entry);
}

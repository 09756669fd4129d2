/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <grp.h>

struct group *fgetgrent(FILE *stream)
{
	static struct group entry;
	static struct wildebeest_accounts_store store;

	return wildebeest_accounts_next(stream, wildebeest_accounts_group, &entry, &store);
}

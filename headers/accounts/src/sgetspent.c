/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <shadow.h>

struct spwd *sgetspent(const char *string)
{
	static struct spwd entry;
	static struct wildebeest_accounts_store store;

	return wildebeest_accounts_parse(string, wildebeest_accounts_shadow, &entry, &store);
}

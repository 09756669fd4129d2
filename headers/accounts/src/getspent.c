/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <shadow.h>

struct spwd *getspent(void)
{
	static struct spwd entry;

	return wildebeest_accounts_get(&wildebeest_accounts_etc_shadow, &entry);
}

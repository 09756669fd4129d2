/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <shadow.h>

struct spwd *fgetspent(FILE *stream)
{
	static struct spwd entry;
	static struct wildebeest_accounts_store store;

	return wildebeest_accounts_next(stream, wildebeest_accounts_shadow, &entry, &store);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <gshadow.h>

struct sgrp *sgetsgent(const char *string)
{
	static struct sgrp entry;
	static struct wildebeest_accounts_store store;

	return wildebeest_accounts_parse(string, wildebeest_accounts_gshadow, &entry, &store);
}

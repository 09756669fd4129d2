/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <gshadow.h>

struct sgrp *fgetsgent(FILE *stream)
{
	static struct sgrp entry;
	static struct wildebeest_accounts_store store;

	return wildebeest_accounts_next(stream, wildebeest_accounts_gshadow, &entry, &store);
}

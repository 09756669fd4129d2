/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <gshadow.h>

struct sgrp *getsgent(void)
{
	static struct sgrp entry;

	return wildebeest_accounts_get(&wildebeest_accounts_etc_gshadow, &entry);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <gshadow.h>

int getsgent_r(struct sgrp *__restrict entry, char *__restrict buffer, size_t size,
	       struct sgrp **__restrict result)
{
	int error = wildebeest_accounts_get_r(&wildebeest_accounts_etc_gshadow, entry, buffer, size);

	*result = error ? NULL : entry;
	return error;
}

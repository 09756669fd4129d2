/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <gshadow.h>

int fgetsgent_r(FILE *__restrict stream, struct sgrp *__restrict entry,
		char *__restrict buffer, size_t size, struct sgrp **__restrict result)
{
	int error = wildebeest_accounts_read(stream, wildebeest_accounts_gshadow, entry, buffer, size);

	*result = error ? NULL : entry;
	return error;
}

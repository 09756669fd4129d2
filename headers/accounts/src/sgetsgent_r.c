/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <errno.h>
#include <gshadow.h>

/* Observed on glibc 2.36: a malformed string is no error, but no entry either. */
int sgetsgent_r(const char *string, struct sgrp *entry, char *buffer, size_t size,
		struct sgrp **result)
{
	int error = wildebeest_accounts_string(string, wildebeest_accounts_gshadow, entry, buffer, size);

	*result = error ? NULL : entry;
	if (error == ERANGE)
		errno = ERANGE;
	return error == ERANGE ? ERANGE : 0;
}

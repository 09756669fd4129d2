/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <errno.h>
#include <shadow.h>

/* Observed on glibc 2.36: a malformed string is no error, but no entry either. */
int sgetspent_r(const char *string, struct spwd *entry, char *buffer, size_t size,
		struct spwd **result)
{
	int error = wildebeest_accounts_string(string, wildebeest_accounts_shadow, entry, buffer, size);

	*result = error ? NULL : entry;
	if (error == ERANGE)
		errno = ERANGE;
	return error == ERANGE ? ERANGE : 0;
}

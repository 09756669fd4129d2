/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <errno.h>
#include <gshadow.h>
#include <string.h>

/* 0 with *result NULL where no group has this name; apart from an entry that is
 * being read by getsgent. */
int getsgnam_r(const char *name, struct sgrp *entry, char *buffer, size_t size,
	       struct sgrp **result)
{
	int caller = errno, error;
	FILE *stream = fopen(wildebeest_accounts_etc_gshadow.path, "rce");

	*result = NULL;
	if (!stream)
		return errno;
	do
		error = wildebeest_accounts_read(stream, wildebeest_accounts_gshadow, entry,
						 buffer, size);
	while (error == 0 && (strcmp(entry->sg_namp, name) || strchr("+-", *entry->sg_namp)));
	fclose(stream);
	if (error == 0)
		*result = entry;
	if (error == ENOENT)
		error = 0;
	errno = error ? error : caller;
	return error;
}

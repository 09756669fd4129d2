/* SPDX-License-Identifier: MIT */
#include "record.h"

#include <errno.h>
#include <gshadow.h>

static int is_valid(const struct sgrp *entry)
{
	return entry->sg_namp && wildebeest_accounts_is_plain(entry->sg_namp, ":\n") &&
	       wildebeest_accounts_is_plain(entry->sg_passwd, ":\n") &&
	       wildebeest_accounts_are_plain(entry->sg_adm) &&
	       wildebeest_accounts_are_plain(entry->sg_mem);
}

/* 0, or -1 with errno: EINVAL for an entry that could not be read back. */
int putsgent(const struct sgrp *entry, FILE *stream)
{
	if (!is_valid(entry)) {
		errno = EINVAL;
		return -1;
	}
	flockfile(stream);
	int failed = fprintf(stream, "%s:%s:", entry->sg_namp,
			     entry->sg_passwd ? entry->sg_passwd : "") < 0 ||
		     wildebeest_accounts_put_list(entry->sg_adm, stream) ||
		     putc(':', stream) == EOF ||
		     wildebeest_accounts_put_list(entry->sg_mem, stream) ||
		     putc('\n', stream) == EOF;
	funlockfile(stream);
	return failed ? -1 : 0;
}

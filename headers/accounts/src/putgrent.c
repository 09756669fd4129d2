/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <errno.h>
#include <grp.h>

static int is_valid(const struct group *entry)
{
	return entry->gr_name && wildebeest_accounts_is_plain(entry->gr_name, ":\n") &&
	       wildebeest_accounts_is_plain(entry->gr_passwd, ":\n") &&
	       wildebeest_accounts_are_plain(entry->gr_mem);
}

/* 0, or -1 with errno: EINVAL for an entry that could not be read back. A group of
 * NIS has no number (observed on glibc 2.36). */
int putgrent(const struct group *entry, FILE *stream)
{
	if (!entry || !stream || !is_valid(entry)) {
		errno = EINVAL;
		return -1;
	}
	const char *password = entry->gr_passwd ? entry->gr_passwd : "";

	flockfile(stream);
	int written = wildebeest_accounts_is_compat(entry->gr_name, "")
			      ? fprintf(stream, "%s:%s::", entry->gr_name, password)
			      : fprintf(stream, "%s:%s:%u:", entry->gr_name, password,
					(unsigned)entry->gr_gid);
	int failed = written < 0 || wildebeest_accounts_put_list(entry->gr_mem, stream) ||
		     putc('\n', stream) == EOF;
	funlockfile(stream);
	return failed ? -1 : 0;
}

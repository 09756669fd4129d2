/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <errno.h>
#include <pwd.h>
#include <string.h>

static int is_valid(const struct passwd *entry)
{
	return entry->pw_name && wildebeest_accounts_is_plain(entry->pw_name, ":\n") &&
	       wildebeest_accounts_is_plain(entry->pw_passwd, ":\n") &&
	       wildebeest_accounts_is_plain(entry->pw_dir, ":\n") &&
	       wildebeest_accounts_is_plain(entry->pw_shell, ":\n");
}

/* What separates fields and lines becomes a blank in the comment alone. */
static int put_comment(const char *text, FILE *stream)
{
	for (; *text; text++)
		if (putc(strchr(":\n", *text) ? ' ' : *text, stream) == EOF)
			return -1;
	return 0;
}

static const char *or_empty(const char *text)
{
	return text ? text : "";
}

/* 0, or -1 with errno: EINVAL for an entry that could not be read back. A user of
 * NIS has no numbers (observed on glibc 2.36). */
int putpwent(const struct passwd *entry, FILE *stream)
{
	if (!entry || !stream || !is_valid(entry)) {
		errno = EINVAL;
		return -1;
	}
	const char *password = or_empty(entry->pw_passwd);

	flockfile(stream);
	int written = wildebeest_accounts_is_compat(entry->pw_name, "")
			      ? fprintf(stream, "%s:%s:::", entry->pw_name, password)
			      : fprintf(stream, "%s:%s:%u:%u:", entry->pw_name, password,
					(unsigned)entry->pw_uid, (unsigned)entry->pw_gid);
	int failed = written < 0 || put_comment(or_empty(entry->pw_gecos), stream) ||
		     fprintf(stream, ":%s:%s\n", or_empty(entry->pw_dir),
			     or_empty(entry->pw_shell)) < 0;
	funlockfile(stream);
	return failed ? -1 : 0;
}

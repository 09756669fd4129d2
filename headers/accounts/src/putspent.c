/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <errno.h>
#include <shadow.h>

/* -1 stands for an empty field (shadow(3)). */
static int put_number(long number, FILE *stream)
{
	return number == -1 ? putc(':', stream) == EOF : fprintf(stream, ":%ld", number) < 0;
}

/* 0, or -1 with errno: EINVAL for an entry that could not be read back. */
int putspent(const struct spwd *entry, FILE *stream)
{
	if (!entry->sp_namp || !wildebeest_accounts_is_plain(entry->sp_namp, ":\n") ||
	    !wildebeest_accounts_is_plain(entry->sp_pwdp, ":\n")) {
		errno = EINVAL;
		return -1;
	}
	const long numbers[] = {entry->sp_lstchg, entry->sp_min,    entry->sp_max,
				entry->sp_warn,	  entry->sp_inact, entry->sp_expire,
				(long)entry->sp_flag};

	flockfile(stream);
	int failed = fprintf(stream, "%s:%s", entry->sp_namp,
			     entry->sp_pwdp ? entry->sp_pwdp : "") < 0;
	for (unsigned i = 0; !failed && i < sizeof numbers / sizeof *numbers; i++)
		failed = put_number(numbers[i], stream);
	failed = failed || putc('\n', stream) == EOF;
	funlockfile(stream);
	return failed ? -1 : 0;
}

/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <gshadow.h>
#include <string.h>

/* Whether the characters that separate fields and lines are absent. */
static int is_plain(const char *text, const char *separators)
{
	return !text || !strpbrk(text, separators);
}

static int are_plain(char **list)
{
	for (; list && *list; list++)
		if (!is_plain(*list, ",:\n"))
			return 0;
	return 1;
}

static void put_list(char **list, FILE *stream)
{
	for (char **at = list; at && *at; at++)
		fprintf(stream, at == list ? "%s" : ",%s", *at);
}

/* 0, or -1 with errno: EINVAL for an entry that could not be read back. */
int putsgent(const struct sgrp *entry, FILE *stream)
{
	if (!entry->sg_namp || !is_plain(entry->sg_namp, ":\n") ||
	    !is_plain(entry->sg_passwd, ":\n") || !are_plain(entry->sg_adm) ||
	    !are_plain(entry->sg_mem)) {
		errno = EINVAL;
		return -1;
	}
	flockfile(stream);
	fprintf(stream, "%s:%s:", entry->sg_namp, entry->sg_passwd ? entry->sg_passwd : "");
	put_list(entry->sg_adm, stream);
	putc(':', stream);
	put_list(entry->sg_mem, stream);
	putc('\n', stream);
	int failed = ferror(stream);
	funlockfile(stream);
	return failed ? -1 : 0;
}

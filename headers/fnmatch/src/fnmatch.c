/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <string.h>

#include "match.h"

/* Whether text has a character of several bytes, and only valid ones: else
 * bytes are compared. */
static int ascii(const char *text, const char *end)
{
	for (; text < end; text++)
		if ((unsigned char)*text >= 0x80)
			return 0;
	return 1;
}

static int valid(const char *text)
{
	return mbstowcs(NULL, text, 0) != (size_t)-1;
}

static int extended(const char *pattern)
{
	for (const char *open = pattern; (open = strchr(open, '(')); open++)
		if (open > pattern && is_operator(open[-1]))
			return 1;
	return 0;
}

int fnmatch(const char *pattern, const char *string, int flags)
{
	struct subject subject = {string, string + strlen(string), flags, 0};
	const char *end = pattern + strlen(pattern);

	if (MB_CUR_MAX > 1 &&
	    !(ascii(pattern, end) && ascii(string, subject.end)))
		subject.wide = valid(pattern) && valid(string);
	if (flags & FNM_EXTMATCH && extended(pattern))
		return wildebeest_fnmatch_extended(&subject, pattern, end);
	return wildebeest_fnmatch_plain(&subject, pattern, end);
}

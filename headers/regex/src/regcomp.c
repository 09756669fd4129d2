/* SPDX-License-Identifier: MIT */
#include "program.h"

#include <string.h>

int regcomp(regex_t *restrict buffer, const char *restrict pattern, int flags)
{
	reg_syntax_t syntax = flags & REG_EXTENDED ? RE_SYNTAX_POSIX_EXTENDED : RE_SYNTAX_POSIX_BASIC;
	int error;

	memset(buffer, 0, sizeof *buffer);
	if (flags & REG_ICASE)
		syntax |= RE_ICASE;
	if (flags & REG_NEWLINE) {
		syntax = (syntax & ~RE_DOT_NEWLINE) | RE_HAT_LISTS_NOT_NEWLINE;
		buffer->newline_anchor = 1;
	}
	if (flags & REG_NOSUB) {
		syntax |= RE_NO_SUB;
		buffer->no_sub = 1;
	}
	error = wildebeest_regex_fill(buffer, pattern, strlen(pattern), syntax);
	return error == REG_ERPAREN ? REG_EPAREN : error;
}

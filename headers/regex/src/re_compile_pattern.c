/* SPDX-License-Identifier: MIT */
#include "message.h"
#include "program.h"

const char *re_compile_pattern(const char *pattern, size_t length, struct re_pattern_buffer *buffer)
{
	int error;

	buffer->no_sub = (re_syntax_options & RE_NO_SUB) != 0;
	buffer->newline_anchor = 1;
	error = wildebeest_regex_fill(buffer, pattern, length, re_syntax_options);
	return error == REG_NOERROR ? NULL : wildebeest_regex_message(error);
}

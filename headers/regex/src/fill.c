/* SPDX-License-Identifier: MIT */
#include "program.h"

int wildebeest_regex_fill(struct re_pattern_buffer *buffer, const char *pattern, size_t length, reg_syntax_t syntax)
{
	struct re_dfa_t *program;
	size_t groups;
	int error = wildebeest_regex_compile(&program, pattern, length, syntax, buffer->translate, &groups);

	if (error != REG_NOERROR)
		return error;
	buffer->buffer = program;
	buffer->allocated = buffer->used = sizeof *program;
	buffer->syntax = syntax;
	buffer->re_nsub = groups;
	buffer->can_be_null = 0;
	buffer->regs_allocated = REGS_UNALLOCATED;
	buffer->fastmap_accurate = 0;
	buffer->not_bol = buffer->not_eol = 0;
	return REG_NOERROR;
}

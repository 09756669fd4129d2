/* SPDX-License-Identifier: MIT */
#include "find.h"

regoff_t re_match(struct re_pattern_buffer *buffer, const char *string, regoff_t length, regoff_t start,
		  struct re_registers *registers)
{
	return wildebeest_regex_run(buffer, string, length, start, 0, registers, length, true);
}

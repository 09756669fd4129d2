/* SPDX-License-Identifier: MIT */
#include "program.h"

void re_set_registers(struct re_pattern_buffer *buffer, struct re_registers *registers, unsigned count,
		      regoff_t *starts, regoff_t *ends)
{
	buffer->regs_allocated = count > 0 ? REGS_REALLOCATE : REGS_UNALLOCATED;
	registers->num_regs = count;
	registers->start = count > 0 ? starts : NULL;
	registers->end = count > 0 ? ends : NULL;
}

/* SPDX-License-Identifier: MIT */
#include "backtrack.h"
#include "find.h"

#include <stdlib.h>
#include <string.h>

/* Makes room in the registers for all groups and one more, as glibc 2.36 is
 * observed to; how many are to be filled, or 0 without memory. */
static size_t provide(struct re_pattern_buffer *buffer, struct re_registers *registers, size_t groups)
{
	size_t want = groups + 1;
	regoff_t *start, *end;

	if (buffer->regs_allocated == REGS_FIXED)
		return registers->num_regs;
	if (buffer->regs_allocated == REGS_UNALLOCATED) {
		registers->start = NULL;
		registers->end = NULL;
		registers->num_regs = 0;
	}
	if (registers->num_regs < want) {
		start = realloc(registers->start, want * sizeof *start);
		if (!start)
			return 0;
		registers->start = start;
		end = realloc(registers->end, want * sizeof *end);
		if (!end)
			return 0;
		registers->end = end;
		registers->num_regs = (unsigned)want;
	}
	buffer->regs_allocated = REGS_REALLOCATE;
	return registers->num_regs;
}

static bool store(struct re_pattern_buffer *buffer, struct re_registers *registers, const regoff_t *slots,
		  size_t groups)
{
	size_t count = provide(buffer, registers, buffer->re_nsub + 1);

	if (count == 0)
		return false;
	for (size_t i = 0; i < count; i++) {
		registers->start[i] = i < groups ? slots[2 * i] : -1;
		registers->end[i] = i < groups ? slots[2 * i + 1] : -1;
	}
	return true;
}

regoff_t wildebeest_regex_run(struct re_pattern_buffer *buffer, const char *bytes, regoff_t length, regoff_t start,
			      regoff_t range, struct re_registers *registers, regoff_t stop, bool match)
{
	struct text text = {
		.bytes = (const unsigned char *)bytes, .length = (size_t)length,
		.stop = (size_t)(stop < length ? stop : length), .translate = buffer->translate,
		.not_bol = buffer->not_bol, .not_eol = buffer->not_eol, .newline_anchor = buffer->newline_anchor
	};
	size_t groups = registers && !buffer->no_sub ? buffer->re_nsub + 1 : 0;
	regoff_t few[20], *slots = few, found;

	if (start < 0 || start > length)
		return NO_MATCH;
	if (range > length - start)
		range = length - start;
	if (range < -start)
		range = -start;
	if (buffer->regs_allocated == REGS_FIXED && groups > 0 && registers->num_regs < groups)
		groups = registers->num_regs;
	if (groups > sizeof few / sizeof *few / 2)
		slots = malloc(2 * groups * sizeof *slots);
	if (!slots)
		return FAILURE;
	if (buffer->fastmap && !buffer->fastmap_accurate)
		re_compile_fastmap(buffer);
	found = wildebeest_regex_find(buffer->buffer, &text, start, range, groups, match || groups > 0 ? slots : NULL);
	if (found >= 0) {
		if (match)
			found = slots[1] - slots[0];
		if (groups > 0 && !store(buffer, registers, slots, groups))
			found = FAILURE;
	}
	if (slots != few)
		free(slots);
	return found;
}

const char *wildebeest_regex_join(const char *a, regoff_t a_length, const char *b, regoff_t b_length, char **joined)
{
	*joined = NULL;
	if (b_length == 0)
		return a ? a : "";
	if (a_length == 0)
		return b;
	*joined = malloc((size_t)a_length + (size_t)b_length);
	if (*joined) {
		memcpy(*joined, a, (size_t)a_length);
		memcpy(*joined + a_length, b, (size_t)b_length);
	}
	return *joined;
}

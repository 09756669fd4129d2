/* SPDX-License-Identifier: MIT */
#include "backtrack.h"
#include "find.h"

#include <limits.h>
#include <stdlib.h>

regoff_t re_match_2(struct re_pattern_buffer *buffer, const char *string1, regoff_t length1, const char *string2,
		    regoff_t length2, regoff_t start, struct re_registers *registers, regoff_t stop)
{
	const char *whole;
	char *joined;
	regoff_t found = FAILURE;

	if (length1 < 0 || length2 < 0 || stop < 0 || length1 > INT_MAX - length2)
		return FAILURE;
	whole = wildebeest_regex_join(string1, length1, string2, length2, &joined);
	if (whole)
		found = wildebeest_regex_run(buffer, whole, length1 + length2, start, 0, registers, stop, true);
	free(joined);
	return found;
}

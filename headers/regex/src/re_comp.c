/* SPDX-License-Identifier: MIT */
#include "re_comp.h"

#include "message.h"

#include <stdlib.h>
#include <string.h>

struct re_pattern_buffer wildebeest_regex_kept;

char *re_comp(const char *pattern)
{
	struct re_pattern_buffer *kept = &wildebeest_regex_kept;
	int error;

	if (!pattern)
		return kept->buffer ? NULL : (char *)"No previous regular expression";
	regfree(kept); /* a pattern that was wrong has left its fastmap */
	memset(kept, 0, sizeof *kept);
	kept->fastmap = malloc(256);
	if (!kept->fastmap)
		return (char *)wildebeest_regex_message(REG_ESPACE);
	/* Observed on glibc 2.36: "^" and "$" match at newlines. */
	kept->newline_anchor = 1;
	error = wildebeest_regex_fill(kept, pattern, strlen(pattern), re_syntax_options);
	return error == REG_NOERROR ? NULL : (char *)wildebeest_regex_message(error);
}

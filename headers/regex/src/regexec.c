/* SPDX-License-Identifier: MIT */
#include "backtrack.h"
#include "find.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

static int search(const regex_t *buffer, const struct text *text, regoff_t start, size_t count, regmatch_t *matches)
{
	size_t groups = count <= buffer->re_nsub ? count : buffer->re_nsub + 1;
	regoff_t few[20], *slots = groups > 0 ? few : NULL, found;

	if (groups > sizeof few / sizeof *few / 2) {
		slots = malloc(2 * groups * sizeof *slots);
		if (!slots)
			return REG_ESPACE;
	}
	found = wildebeest_regex_find(buffer->buffer, text, start, (regoff_t)text->stop - start, groups, slots);
	for (size_t i = 0; found >= 0 && i < count; i++) {
		matches[i].rm_so = i < groups ? slots[2 * i] : -1;
		matches[i].rm_eo = i < groups ? slots[2 * i + 1] : -1;
	}
	if (slots != few)
		free(slots);
	return found >= 0 ? REG_NOERROR : found == NO_MATCH ? REG_NOMATCH : REG_ESPACE;
}

int regexec(const regex_t *restrict buffer, const char *restrict string, size_t count, regmatch_t matches[restrict],
	    int flags)
{
	size_t start = 0, length;
	struct text text;

	if (flags & ~(REG_NOTBOL | REG_NOTEOL | REG_STARTEND))
		return REG_BADPAT;
	if (flags & REG_STARTEND) {
		start = (size_t)matches[0].rm_so;
		length = (size_t)matches[0].rm_eo;
	} else {
		length = strlen(string);
	}
	if (length > INT_MAX)
		return REG_ESPACE; /* regoff_t has no more */
	if (start > length)
		return REG_NOMATCH;
	text = (struct text){
		.bytes = (const unsigned char *)string, .length = length, .stop = length,
		.translate = buffer->translate, .not_bol = (flags & REG_NOTBOL) != 0,
		.not_eol = (flags & REG_NOTEOL) != 0, .newline_anchor = buffer->newline_anchor
	};
	return search(buffer, &text, (regoff_t)start, buffer->no_sub ? 0 : count, matches);
}

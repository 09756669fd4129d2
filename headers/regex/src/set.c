/* SPDX-License-Identifier: MIT */
#include "set.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static void add_wide(struct parser *parser, struct set *set, uint32_t low, uint32_t high)
{
	struct range *more = realloc(set->ranges, (set->range_count + 1) * sizeof *more);

	if (!more) {
		fail(parser, REG_ESPACE);
		return;
	}
	set->ranges = more;
	more[set->range_count++] = (struct range){ low, high };
}

void wildebeest_regex_add(struct parser *parser, struct set *set, uint32_t low, uint32_t high)
{
	uint32_t bytes = parser->utf8 ? 0x80 : 0x100;

	if (low >= RAW_BYTE) {
		add_byte(set, (unsigned char)low);
		set->wide = WIDE_SOME;
		return;
	}
	for (uint32_t c = low; c <= high && c < bytes; c++)
		add_byte(set, (unsigned char)c);
	if (high >= bytes)
		add_wide(parser, set, low < bytes ? bytes : low, high);
}

void wildebeest_regex_add_class(struct parser *parser, struct set *set, const char *name)
{
	wctype_t class, *more;

	/* Observed on glibc 2.36: without case, upper and lower are letters. */
	if (has(parser, RE_ICASE) && (strcmp(name, "upper") == 0 || strcmp(name, "lower") == 0))
		name = "alpha";
	class = wctype(name);
	if (!class) {
		fail(parser, REG_ECTYPE);
		return;
	}
	for (int c = 0; c < 0x80; c++)
		if (iswctype((wint_t)c, class))
			add_byte(set, (unsigned char)c);
	if (!parser->utf8)
		return; /* the C locale has no more letters */
	more = realloc(set->classes, (set->class_count + 1) * sizeof *more);
	if (!more) {
		fail(parser, REG_ESPACE);
		return;
	}
	set->classes = more;
	more[set->class_count++] = class;
}

void wildebeest_regex_finish(struct parser *parser, struct set *set, bool no_newline)
{
	bool listed = set->wide == WIDE_SOME || set->range_count > 0 || set->class_count > 0;

	if (has(parser, RE_ICASE)) {
		set->fold = true;
		for (int c = 'a'; c <= 'z'; c++) {
			if (has_byte(set, (unsigned char)toupper(c)))
				add_byte(set, (unsigned char)c);
			else
				set->bytes[c >> 3] &= (unsigned char)~(1 << (c & 7));
		}
	}
	if (set->negated) {
		for (size_t i = 0; i < sizeof set->bytes; i++)
			set->bytes[i] = parser->utf8 && i >= 16 ? 0 : (unsigned char)~set->bytes[i];
		if (no_newline)
			set->bytes['\n' >> 3] &= (unsigned char)~(1 << ('\n' & 7));
	}
	if (!parser->utf8)
		set->wide = WIDE_NONE;
	else
		set->wide = listed ? WIDE_SOME : set->negated ? WIDE_ALL : WIDE_NONE;
}

int wildebeest_regex_class(struct parser *parser, const char *name, const char *more, bool negated)
{
	int index = wildebeest_regex_new_set(parser);

	if (index == NONE)
		return NONE;
	parser->sets[index].negated = negated;
	wildebeest_regex_add_class(parser, &parser->sets[index], name);
	for (; *more; more++)
		add_byte(&parser->sets[index], (unsigned char)*more);
	wildebeest_regex_finish(parser, &parser->sets[index], false);
	return wildebeest_regex_node(parser, N_SET, index, 0);
}

/* "." is what a negated list with nothing, or with little in it, would be. */
int wildebeest_regex_any(struct parser *parser)
{
	int index = wildebeest_regex_new_set(parser);

	if (index == NONE)
		return NONE;
	parser->sets[index].negated = true;
	if (!has(parser, RE_DOT_NEWLINE))
		add_byte(&parser->sets[index], '\n');
	if (has(parser, RE_DOT_NOT_NULL))
		add_byte(&parser->sets[index], '\0');
	wildebeest_regex_finish(parser, &parser->sets[index], false);
	return wildebeest_regex_node(parser, N_SET, index, 0);
}

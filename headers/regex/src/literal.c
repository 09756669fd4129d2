/* SPDX-License-Identifier: MIT */
#include "set.h"

#include <ctype.h>
#include <wctype.h>

/* Observed on glibc 2.36: without case, pattern and text are in upper case, so
 * that [_-z] is no range and [Z-a] is one. */
bool wildebeest_regex_read(struct parser *parser, uint32_t *character)
{
	bool fold = has(parser, RE_ICASE);
	int length;

	if (parser->at >= parser->end)
		return false;
	if (!parser->utf8 || *parser->at < 0x80) {
		*character = *parser->at++;
		if (parser->translate)
			*character = parser->translate[*character];
		if (fold && *character < 0x80)
			*character = (uint32_t)toupper((int)*character);
		return true;
	}
	length = wildebeest_regex_decode(parser->at, (size_t)(parser->end - parser->at), character);
	if (length == 0)
		*character = RAW_BYTE + *parser->at;
	else if (fold)
		*character = towupper(*character);
	parser->at += length ? length : 1;
	return true;
}

static int any_case(struct parser *parser, uint32_t character)
{
	int index = wildebeest_regex_new_set(parser);

	if (index == NONE)
		return NONE;
	wildebeest_regex_add(parser, &parser->sets[index], character, character);
	wildebeest_regex_finish(parser, &parser->sets[index], false);
	return wildebeest_regex_node(parser, N_SET, index, 0);
}

/* The bytes of a character; one node, which a repetition repeats whole. */
static int encoded(struct parser *parser, uint32_t c)
{
	int bytes = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	int node = wildebeest_regex_node(parser, N_CHAR,
		(int)((0xf00U >> bytes & 0xff) | c >> (6 * (bytes - 1))), 0);

	for (int i = bytes - 2; i >= 0; i--)
		node = wildebeest_regex_node(parser, N_CAT, node,
			wildebeest_regex_node(parser, N_CHAR, (int)(0x80 | (c >> (6 * i) & 0x3f)), 0));
	return node;
}

int wildebeest_regex_literal(struct parser *parser, uint32_t c)
{
	bool raw = c >= RAW_BYTE;

	if (!raw && has(parser, RE_ICASE)) {
		bool cased = c < 0x80 ? isalpha((int)c) : parser->utf8 && (towlower(c) != c || towupper(c) != c);

		if (cased)
			return any_case(parser, c);
	}
	if (raw || !parser->utf8 || c < 0x80)
		return wildebeest_regex_node(parser, N_CHAR, (int)(c & 0xff), 0);
	return encoded(parser, c);
}

/* SPDX-License-Identifier: MIT
 * Bracket expressions, POSIX XBD 9.3.5. Which error comes when, and that "-" is
 * itself only first, last or as the end of a range, was observed on glibc 2.36.
 */
#include "parse.h"
#include "set.h"

#include <string.h>

struct element {
	enum { ELEMENT_CHARACTER, ELEMENT_CLASS, ELEMENT_EQUAL } kind;
	uint32_t character;
	char name[16];
	bool plain; /* stands for itself, with no backslash or bracket around it */
};

/* Reads the inside of "[:", "[." or "[=" up to its end. */
static bool enclosed(struct parser *parser, unsigned char mark, struct element *element)
{
	const unsigned char *start = parser->at, *stop = start;
	size_t length;

	while (stop + 1 < parser->end && !(stop[0] == mark && stop[1] == ']'))
		stop++;
	if (stop + 1 >= parser->end) {
		fail(parser, REG_EBRACK);
		return false;
	}
	length = (size_t)(stop - start);
	if (mark == ':') {
		element->kind = ELEMENT_CLASS;
		if (length >= sizeof element->name)
			length = 0; /* no class has the empty name either */
		memcpy(element->name, start, length);
		element->name[length] = '\0';
		parser->at = stop + 2;
		return true;
	}
	element->kind = mark == '=' ? ELEMENT_EQUAL : ELEMENT_CHARACTER;
	if (length == 0 || !wildebeest_regex_read(parser, &element->character) || parser->at != stop) {
		fail(parser, REG_ECOLLATE);
		return false;
	}
	parser->at = stop + 2;
	return true;
}

static bool read_element(struct parser *parser, struct element *element)
{
	const unsigned char *at = parser->at;

	*element = (struct element){ .kind = ELEMENT_CHARACTER };
	if (at + 1 < parser->end && at[0] == '['
	    && (at[1] == '.' || at[1] == '=' || (at[1] == ':' && has(parser, RE_CHAR_CLASSES)))) {
		parser->at += 2;
		return enclosed(parser, at[1], element);
	}
	element->plain = true;
	if (at < parser->end && *at == '\\' && has(parser, RE_BACKSLASH_ESCAPE_IN_LISTS)) {
		parser->at++;
		element->plain = false;
	}
	if (!wildebeest_regex_read(parser, &element->character)) {
		fail(parser, REG_EBRACK);
		return false;
	}
	return true;
}

static bool is_hyphen(const struct element *element)
{
	return element->kind == ELEMENT_CHARACTER && element->plain && element->character == '-';
}

static void add_range(struct parser *parser, struct set *set, const struct element *from)
{
	struct element to;

	parser->at++; /* the hyphen */
	if (!read_element(parser, &to))
		return;
	if (from->kind != ELEMENT_CHARACTER || to.kind != ELEMENT_CHARACTER
	    || from->character >= RAW_BYTE || to.character >= RAW_BYTE)
		fail(parser, REG_ERANGE);
	else if (from->character <= to.character)
		wildebeest_regex_add(parser, set, from->character, to.character);
	else if (has(parser, RE_NO_EMPTY_RANGES))
		fail(parser, REG_ERANGE);
}

static void add_element(struct parser *parser, struct set *set, bool first)
{
	struct element element;
	size_t left;

	if (!read_element(parser, &element))
		return;
	left = (size_t)(parser->end - parser->at);
	if (is_hyphen(&element) && !first && !(left > 0 && *parser->at == ']')) {
		fail(parser, left > 0 ? REG_ERANGE : REG_EBRACK);
		return;
	}
	if (left > 0 && *parser->at == '-' && !(left > 1 && parser->at[1] == ']')) {
		if (left == 1)
			fail(parser, REG_EBRACK);
		else
			add_range(parser, set, &element);
	} else if (element.kind == ELEMENT_CLASS) {
		wildebeest_regex_add_class(parser, set, element.name);
	} else {
		wildebeest_regex_add(parser, set, element.character, element.character);
	}
}

int wildebeest_regex_bracket(struct parser *parser)
{
	int index = wildebeest_regex_new_set(parser);
	struct set *set;
	bool first = true;

	if (index == NONE)
		return NONE;
	set = &parser->sets[index];
	if (parser->at < parser->end && *parser->at == '^') {
		set->negated = true;
		parser->at++;
	}
	if (parser->at >= parser->end) /* observed: "[" and "[^" are this, and "[a" is not */
		return fail(parser, REG_BADPAT);
	do {
		add_element(parser, set, first);
		first = false;
		if (parser->error == REG_NOERROR && parser->at >= parser->end)
			fail(parser, REG_EBRACK);
	} while (parser->error == REG_NOERROR && *parser->at != ']');
	parser->at++;
	wildebeest_regex_finish(parser, set, has(parser, RE_HAT_LISTS_NOT_NEWLINE));
	return wildebeest_regex_node(parser, N_SET, index, 0);
}

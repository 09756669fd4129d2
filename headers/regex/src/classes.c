/* SPDX-License-Identifier: MIT
 * Bytes that a program does not tell apart are one class: the automaton has a
 * way for each class, not for each byte.
 */
#include "states.h"

#include <string.h>

/* Tells the bytes that are members from those that are not. */
static void tell_apart(struct re_dfa_t *program, const bool members[256])
{
	int size[256] = { 0 }, inside[256] = { 0 };

	for (int c = 0; c < 256; c++) {
		size[program->class_of[c]]++;
		inside[program->class_of[c]] += members[c];
	}
	/* The members of a class leave it, unless all of its bytes are members. */
	for (int class = 0, count = program->class_count; class < count; class++)
		inside[class] = inside[class] > 0 && inside[class] < size[class] ? program->class_count++ : -1;
	for (int c = 0; c < 256; c++)
		if (members[c] && inside[program->class_of[c]] >= 0)
			program->class_of[c] = (unsigned char)inside[program->class_of[c]];
}

static void tell_range(struct re_dfa_t *program, int low, int high)
{
	bool members[256] = { false };

	for (int c = low; c <= high; c++)
		members[c] = true;
	tell_apart(program, members);
}

static void translate(struct re_dfa_t *program)
{
	unsigned char classes[256];

	for (int c = 0; c < 256; c++)
		classes[c] = program->class_of[program->translate[c]];
	memcpy(program->class_of, classes, sizeof classes);
}

void wildebeest_regex_classify(struct re_dfa_t *program)
{
	/* Where the forms of UTF-8 differ, RFC 3629. */
	static const unsigned char forms[] = {
		0x80, 0x90, 0xa0, 0xc0, 0xc2, 0xe0, 0xe1, 0xed, 0xee, 0xf0, 0xf1, 0xf4, 0xf5
	};
	bool members[256], told[256] = { false };

	program->class_count = 1;
	memset(program->class_of, 0, sizeof program->class_of);
	if (program->places) {
		for (int c = 0; c < 256; c++)
			members[c] = program->word[c];
		tell_apart(program, members);
		tell_range(program, '\n', '\n');
	}
	for (size_t i = 0; program->utf8 && i < sizeof forms; i++)
		tell_range(program, forms[i], 0xff);
	for (int i = 0; i < program->set_count; i++) {
		for (int c = 0; c < 256; c++)
			members[c] = has_byte(&program->sets[i], (unsigned char)c);
		tell_apart(program, members);
	}
	for (int i = 0; i < program->length; i++) {
		int c = program->code[i].arg;

		if (program->code[i].op != OP_CHAR || told[c])
			continue;
		told[c] = true;
		tell_range(program, c, c);
	}
	if (program->translate)
		translate(program);
}

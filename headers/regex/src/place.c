/* SPDX-License-Identifier: MIT */
#include "text.h"

#include <wctype.h>

static bool is_word(const struct re_dfa_t *program, const struct text *text, size_t at)
{
	uint32_t c;

	if (!program->utf8 || text->bytes[at] < 0x80)
		return program->word[byte_at(text, at)];
	if (!wildebeest_regex_decode(text->bytes + at, text->length - at, &c))
		return false;
	return iswalnum(c);
}

static bool word_behind(const struct re_dfa_t *program, const struct text *text, size_t at)
{
	uint32_t c;

	if (at == 0)
		return false;
	for (size_t back = 1; program->utf8 && back <= 4 && back <= at; back++)
		if (wildebeest_regex_decode(text->bytes + at - back, back, &c) == (int)back)
			return is_word(program, text, at - back);
	return !program->utf8 && is_word(program, text, at - 1);
}

bool wildebeest_regex_is_place(const struct re_dfa_t *program, const struct text *text, enum place place, size_t at)
{
	bool behind, ahead;

	switch (place) {
	case TEXT_START:
		return at == 0;
	case TEXT_END:
		return at == text->length;
	case LINE_START:
		if (at == 0)
			return !text->not_bol;
		return text->newline_anchor && byte_at(text, at - 1) == '\n';
	case LINE_END:
		if (at == text->length)
			return !text->not_eol;
		return text->newline_anchor && byte_at(text, at) == '\n';
	default:
		break;
	}
	behind = word_behind(program, text, at);
	ahead = at < text->length && is_word(program, text, at);
	switch (place) {
	case WORD_EDGE:
		return behind != ahead;
	case NOT_WORD_EDGE:
		return behind == ahead;
	case WORD_START:
		return !behind && ahead;
	default:
		return behind && !ahead;
	}
}

bool wildebeest_regex_is_boundary(const struct re_dfa_t *program, const struct text *text, size_t at)
{
	uint32_t c;

	if (!program->utf8 || at >= text->length || (text->bytes[at] & 0xc0) != 0x80)
		return true;
	for (size_t back = 1; back < 4 && back <= at; back++)
		if (wildebeest_regex_decode(text->bytes + at - back, text->length - at + back, &c) > (int)back)
			return false;
	return true;
}

/* SPDX-License-Identifier: MIT */
#include "backtrack.h"
#include "longest.h"
#include "states.h"

/* BEHIND_ of a place, or UNKNOWN in a text that is not ASCII. */
static int behind(const struct re_dfa_t *program, const struct text *text, size_t at)
{
	if (!program->places)
		return 0;
	if (at == 0)
		return BEHIND_TEXT | (text->not_bol ? 0 : BEHIND_LINE);
	if (program->utf8 && program->word_places && text->bytes[at - 1] >= 0x80)
		return UNKNOWN;
	return (program->word[byte_at(text, at - 1)] ? BEHIND_WORD : 0)
		| (text->newline_anchor && byte_at(text, at - 1) == '\n' ? BEHIND_LINE : 0);
}

/* The class of what comes at stop: a byte that is looked at and not consumed,
 * or one of the two ends. */
static int class_behind(const struct re_dfa_t *program, const struct text *text)
{
	if (text->stop < text->length)
		return program->class_of[text->bytes[text->stop]];
	return program->class_count + text->not_eol;
}

static struct state *begin(struct re_dfa_t *program, const struct text *text, size_t start, bool searching,
			   regoff_t *failure)
{
	int before = behind(program, text, start);
	struct state *state = NULL;

	*failure = before == UNKNOWN ? UNKNOWN : FAILURE;
	if (before != UNKNOWN && wildebeest_regex_states(program, text->newline_anchor))
		state = wildebeest_regex_first(program, (unsigned char)before, searching);
	return state;
}

regoff_t wildebeest_regex_longest(struct re_dfa_t *program, const struct text *text, size_t start, bool any,
				  size_t *looked)
{
	regoff_t end = NO_MATCH, failure;
	struct state *state = begin(program, text, start, false, &failure), *next;
	const unsigned char *bytes = text->bytes;
	size_t at = start;
	int class;

	if (!state)
		return failure;
	for (; at < text->stop; at++) {
		class = program->class_of[bytes[at]];
		next = state->next[class];
		if (!next) {
			next = wildebeest_regex_next(program, &state, class);
			if (!next)
				return FAILURE;
		}
		state = next;
		if (state->matched)
			end = (regoff_t)at;
		if (state->count == 0 || (any && end != NO_MATCH)) {
			*looked += at - start + 1;
			return state->unknown ? UNKNOWN : end;
		}
	}
	*looked += at - start + 1;
	class = class_behind(program, text);
	next = state->next[class] ? state->next[class] : wildebeest_regex_next(program, &state, class);
	if (!next)
		return FAILURE;
	if (next->unknown)
		return UNKNOWN;
	return next->matched ? (regoff_t)at : end;
}

regoff_t wildebeest_regex_exists(struct re_dfa_t *program, const struct text *text, size_t start)
{
	regoff_t failure;
	struct state *state = begin(program, text, start, true, &failure), *next;
	size_t at = start;
	int class;

	if (!state)
		return failure;
	for (; at < text->stop; at++) {
		class = program->class_of[text->bytes[at]];
		next = state->next[class];
		if (!next) {
			next = wildebeest_regex_next(program, &state, class);
			if (!next)
				return FAILURE;
		}
		state = next;
		if (state->unknown)
			return UNKNOWN;
		if (state->matched)
			return 1;
	}
	class = class_behind(program, text);
	next = state->next[class] ? state->next[class] : wildebeest_regex_next(program, &state, class);
	if (!next)
		return FAILURE;
	return next->unknown ? UNKNOWN : next->matched;
}

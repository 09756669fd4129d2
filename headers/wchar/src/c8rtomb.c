/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <errno.h>
#include <uchar.h>
#include <wchar.h>

static size_t refuse(mbstate_t *state)
{
	state->__opaque2 = 0;
	errno = EILSEQ;
	return (size_t)-1;
}

static size_t write_character(char *text, unsigned character)
{
	mbstate_t initial = {0};

	return wcrtomb(text, (wchar_t)character, &initial);
}

/* Whether a unit may follow the first of a character: the first's bits say where the
 * second has a smaller range. */
static int may_follow(char8_t unit, unsigned units, unsigned bits)
{
	char8_t least = units == 3 && bits == 0 ? 0xa0 : units == 4 && bits == 0 ? 0x90 : 0x80;
	char8_t most = units == 3 && bits == 0xd ? 0x9f : units == 4 && bits == 4 ? 0x8f : 0xbf;

	return unit >= least && unit <= most;
}

/* The state's second word has the bits so far; above them how many units are to come,
 * and how many there are. */
size_t c8rtomb(char *restrict text, char8_t unit, mbstate_t *restrict state)
{
	static mbstate_t own;
	char ignored[16];

	if (!state)
		state = &own;
	if (!text) {
		state->__opaque2 = 0;
		return write_character(ignored, 0);
	}
	unsigned bits = state->__opaque2 & 0x1fffff, left = state->__opaque2 >> 24 & 3, units = state->__opaque2 >> 28;
	if (!left) {
		if (unit < 0x80)
			return write_character(text, unit);
		if (unit < 0xc2 || unit > 0xf4)
			return refuse(state);
		units = unit < 0xe0 ? 2 : unit < 0xf0 ? 3 : 4;
		state->__opaque2 = units << 28 | (units - 1) << 24 | (unit & (0x7f >> units));
		return 0;
	}
	if (!may_follow(unit, left == units - 1 ? units : 0, bits))
		return refuse(state);
	bits = bits << 6 | (unit & 0x3f);
	state->__opaque2 = left == 1 ? 0 : units << 28 | (left - 1) << 24 | bits;
	return left == 1 ? write_character(text, bits) : 0;
}

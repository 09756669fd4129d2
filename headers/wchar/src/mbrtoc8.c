/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <errno.h>
#include <uchar.h>
#include <wchar.h>

/* The units of UTF-8 of a character; their count, or 0 where it has none. */
static int encode(wchar_t character, unsigned char units[4])
{
	unsigned c = (unsigned)character;
	int more = c < 0x80 ? 0 : c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;

	if (c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		return 0;
	for (int i = more; i > 0; i--, c >>= 6)
		units[i] = 0x80 | (c & 0x3f);
	units[0] = more ? (unsigned char)(0xff00 >> (more + 1)) | c : c;
	return more + 1;
}

/* The state's second word, which musl leaves alone, has the units that are left: how
 * many in its highest octet, the next one in the lowest. */
size_t mbrtoc8(char8_t *restrict unit, const char *restrict text, size_t size, mbstate_t *restrict state)
{
	static mbstate_t own;
	unsigned char units[4];
	wchar_t character;

	if (!state)
		state = &own;
	if (!text)
		return mbrtoc8(NULL, "", 1, state);
	unsigned left = state->__opaque2 >> 24;
	if (left) {
		if (unit)
			*unit = (char8_t)state->__opaque2;
		state->__opaque2 = left == 1 ? 0 : (left - 1) << 24 | (state->__opaque2 & 0xffffff) >> 8;
		return (size_t)-3;
	}
	size_t read = mbrtowc(&character, text, size, state);
	if (read >= (size_t)-2)
		return read;
	int count = encode(character, units);
	if (!count) {
		errno = EILSEQ;
		return (size_t)-1;
	}
	if (unit)
		*unit = units[0];
	for (int i = count - 1; i > 0; i--)
		state->__opaque2 = state->__opaque2 << 8 | units[i];
	if (count > 1)
		state->__opaque2 |= (unsigned)(count - 1) << 24;
	return read;
}

/* SPDX-License-Identifier: MIT */
#include "program.h"

/* RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF. */
int wildebeest_regex_decode(const unsigned char *p, size_t n, uint32_t *character)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	int length;
	uint32_t c;

	if (n == 0)
		return 0;
	if (p[0] < 0x80) {
		*character = p[0];
		return 1;
	}
	if (p[0] < 0xc2 || p[0] > 0xf4)
		return 0;
	length = p[0] < 0xe0 ? 2 : p[0] < 0xf0 ? 3 : 4;
	if (n < (size_t)length)
		return 0;
	c = p[0] & (0x7fU >> length);
	for (int i = 1; i < length; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (p[i] & 0x3f);
	}
	if (c < least[length] || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		return 0;
	*character = c;
	return length;
}

static bool listed(const struct set *set, uint32_t c)
{
	for (size_t i = 0; i < set->range_count; i++)
		if (c >= set->ranges[i].low && c <= set->ranges[i].high)
			return true;
	for (size_t i = 0; i < set->class_count; i++)
		if (iswctype(c, set->classes[i]))
			return true;
	return false;
}

bool wildebeest_regex_has_wide(const struct set *set, uint32_t c)
{
	bool found;

	if (set->wide != WIDE_SOME)
		return set->wide == WIDE_ALL;
	found = listed(set, set->fold ? towupper(c) : c);
	return found != set->negated;
}

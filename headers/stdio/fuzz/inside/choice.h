/* SPDX-License-Identifier: MIT
 * choice.h: a fuzzer's bytes as choices, of which formats are written. Where they end
 * numbers go on that depend on them, so that a few bytes are a whole format.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct choices {
	const uint8_t *at, *end;
	uint32_t number;
};

static unsigned choose(struct choices *c, unsigned count)
{
	if (c->at < c->end)
		c->number ^= *c->at++;
	c->number = c->number * 1664525 + 1013904223;
	return (c->number >> 8) % count;
}

struct text {
	char text[512];
	size_t used;
};

static void add(struct text *t, const char *more)
{
	size_t length = strlen(more);

	memcpy(t->text + t->used, more, length + 1);
	t->used += length;
}

static void add_number(struct text *t, unsigned number)
{
	char digits[12];

	snprintf(digits, sizeof digits, "%u", number);
	add(t, digits);
}

#define PICK(c, list) (list)[choose(c, sizeof(list) / sizeof *(list))]

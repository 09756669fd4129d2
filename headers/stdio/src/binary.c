/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "output.h"

#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* How an argument is passed: musl's 64-bit machines pass an integer or a pointer in a
 * register or slot of 64 bits, whatever its size is. */
enum class { NOTHING, WORD, DOUBLE, LONG_DOUBLE };

enum { MOST = 64 }; /* arguments ahead of a %b */

static enum class class_of(const struct conversion *c)
{
	if (!strchr("aAeEfFgG", *c->letter))
		return WORD;
	return memchr(c->length, 'L', c->letter - c->length) ? LONG_DOUBLE : DOUBLE;
}

static void note(unsigned char *classes, int argument, enum class class)
{
	if (argument > 0 && argument <= MOST)
		classes[argument - 1] = class;
}

/* The argument of a number, which is an integer. */
static unsigned long word(const char *format, int argument, va_list arguments)
{
	unsigned char classes[MOST] = {0};
	struct conversion c;
	unsigned long value = 0;
	int next = 0;
	va_list list;

	for (const char *at = format; (at = strchr(at, '%')); at = c.end) {
		wildebeest_stdio_conversion(&c, at, &next);
		note(classes, c.field.argument, WORD);
		if (c.precision.given)
			note(classes, c.precision.argument, WORD);
		note(classes, c.argument, class_of(&c));
	}
	va_copy(list, arguments);
	for (int i = 0; i < argument; i++)
		switch (classes[i]) {
		case DOUBLE:
			(void)va_arg(list, double);
			break;
		case LONG_DOUBLE:
			(void)va_arg(list, long double);
			break;
		default:
			value = va_arg(list, unsigned long);
		}
	va_end(list);
	return value;
}

/* How many bits of the argument count; 0 for a length that C23 does not have. */
static int bits_of(const struct conversion *c)
{
	static const struct {
		const char *length;
		int bits;
	} lengths[] = {
		{"", 32}, {"hh", 8}, {"h", 16}, {"l", 64}, {"ll", 64}, {"q", 64}, {"L", 64}, {"j", 64}, {"z", 64}, {"Z", 64},
		{"t", 64}, {"w8", 8}, {"w16", 16}, {"w32", 32}, {"w64", 64}, {"wf8", 8}, {"wf64", 64},
		{"wf16", 8 * sizeof(int_fast16_t)}, {"wf32", 8 * sizeof(int_fast32_t)},
	};
	size_t size = c->letter - c->length;

	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
		if (strlen(lengths[i].length) == size && !memcmp(lengths[i].length, c->length, size))
			return lengths[i].bits;
	return 0;
}

int wildebeest_stdio_is_binary(const struct conversion *c)
{
	return sizeof(void *) == 8 && (*c->letter == 'b' || *c->letter == 'B') && c->argument <= MOST &&
	       c->field.argument <= MOST && (!c->precision.given || c->precision.argument <= MOST) && bits_of(c);
}

static int has_flag(const struct conversion *c, char flag)
{
	return memchr(c->flags, flag, c->width - c->flags) != NULL;
}

static void repeat(struct output *out, const char *character, long count)
{
	for (; count > 0 && !out->failed; count--)
		wildebeest_stdio_put(out, character, 1);
}

/* Prints nothing for an argument. musl's %s reads no character of a string that may
 * have none. */
static void skip(struct output *out, const struct conversion *c, int argument)
{
	char text[32];

	if (c->is_positional)
		snprintf(text, sizeof text, "%%%d$.0s", argument);
	else
		strcpy(text, "%.0s");
	wildebeest_stdio_put(out, text, strlen(text));
}

static int value_of(const struct number *n, const char *format, va_list arguments)
{
	return n->argument ? (int)word(format, n->argument, arguments) : n->value;
}

void wildebeest_stdio_put_binary(struct output *out, const char *format, const struct conversion *c, va_list arguments)
{
	int bits = bits_of(c);
	unsigned long value = word(format, c->argument, arguments) & (bits == 64 ? ULONG_MAX : (1UL << bits) - 1);
	long width = c->field.given ? value_of(&c->field, format, arguments) : 0;
	int precision = c->precision.given ? value_of(&c->precision, format, arguments) : -1;
	int is_left = has_flag(c, '-') || width < 0;
	int prefix = has_flag(c, '#') && value ? 2 : 0;
	char digits[64];
	int count = 0;

	for (unsigned long rest = value; rest || (!count && precision); rest >>= 1)
		digits[sizeof digits - ++count] = '0' + (rest & 1);
	width = width < 0 ? -width : width;
	long zeros = precision > count ? precision - count : 0;
	if (precision < 0 && has_flag(c, '0') && !is_left && width > prefix + count)
		zeros = width - prefix - count;
	long pad = width - prefix - zeros - count;

	if (!is_left)
		repeat(out, " ", pad);
	wildebeest_stdio_put(out, *c->letter == 'b' ? "0b" : "0B", prefix);
	repeat(out, "0", zeros);
	wildebeest_stdio_put(out, digits + sizeof digits - count, count);
	if (is_left)
		repeat(out, " ", pad);
	if (c->field.argument)
		skip(out, c, c->field.argument);
	if (c->precision.given && c->precision.argument)
		skip(out, c, c->precision.argument);
	skip(out, c, c->argument);
}

/* SPDX-License-Identifier: MIT */
#include "directive.h"

#include <limits.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static int is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static const char *digits(const char *at, int *value)
{
	*value = 0;
	for (; is_digit(*at); at++)
		*value = *value > INT_MAX / 10 - 1 ? INT_MAX : *value * 10 + *at - '0';
	return at;
}

/* The length of musl for an integer of so many octets. */
static const char *known_length(int size)
{
	return size == 1 ? "hh" : size == 2 ? "h" : size == sizeof(int) ? "" : "ll";
}

static const char *wide_length(struct directive *d, const char *at)
{
	int is_fast = at[1] == 'f', bits;

	d->has_wide = 1;
	at = digits(at + 1 + is_fast, &bits);
	if (bits != 8 && bits != 16 && bits != 32 && bits != 64)
		return at;
	d->size = bits / 8;
	if (is_fast)
		d->size = bits == 8    ? sizeof(int_fast8_t)
			  : bits == 16 ? sizeof(int_fast16_t)
			  : bits == 32 ? sizeof(int_fast32_t)
				       : sizeof(int_fast64_t);
	d->known = known_length(d->size);
	return at;
}

static const char *length(struct directive *d, const char *at)
{
	d->has_wide = 0;
	d->known = NULL;
	d->size = 0;
	switch (*at) {
	case 'w':
		return wide_length(d, at);
	case 'h':
		d->size = at[1] == 'h' ? sizeof(char) : sizeof(short);
		d->known = at[1] == 'h' ? "hh" : "h";
		return at + strlen(d->known);
	case 'l':
		d->size = at[1] == 'l' ? sizeof(long long) : sizeof(long);
		d->known = at[1] == 'l' ? "ll" : "l";
		return at + strlen(d->known);
	case 'q':
		d->size = sizeof(long long);
		d->known = "ll";
		return at + 1;
	case 'L':
		d->size = sizeof(long long);
		d->known = "L";
		return at + 1;
	case 'j':
		d->size = sizeof(intmax_t);
		d->known = "j";
		return at + 1;
	case 'z':
	case 'Z':
		d->size = sizeof(size_t);
		d->known = "z";
		return at + 1;
	case 't':
		d->size = sizeof(ptrdiff_t);
		d->known = "t";
		return at + 1;
	}
	d->size = sizeof(int);
	d->known = "";
	return at;
}

/* The bracket that ends a set, or NULL: one that comes first is a member. */
static const char *set_bracket(const char *at)
{
	at += *at == '^';
	at += *at == ']';
	return strchr(at, ']');
}

void wildebeest_stdio_directive(struct directive *d, const char *percent)
{
	const char *at = percent + 1;
	const char *behind = digits(at, &d->position);

	if (behind > at && *behind == '$')
		at = behind + 1;
	else
		d->position = 0;
	d->is_suppressed = d->has_flag = 0;
	for (; *at == '*' || *at == '\'' || *at == 'I'; at++)
		if (*at == '*')
			d->is_suppressed = 1;
		else
			d->has_flag = 1;
	at = digits(at, &d->width);
	d->allocates = *at == 'm';
	at += d->allocates;
	d->letter = at = length(d, at);
	if (*at == '[')
		at = set_bracket(at + 1);
	d->is_whole = at && *at;
	d->end = d->is_whole ? at + 1 : d->letter + strlen(d->letter);
}

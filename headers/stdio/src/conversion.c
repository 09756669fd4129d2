/* SPDX-License-Identifier: MIT */
#include "conversion.h"

#include <limits.h>

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

/* A width or precision: digits, an asterisk, or an asterisk with a position. */
static const char *number(const char *at, struct number *n, int *next)
{
	int position;

	if (*at != '*') {
		n->argument = 0;
		return digits(at, &n->value);
	}
	n->value = 0;
	const char *behind = digits(++at, &position);

	if (behind > at && *behind == '$') {
		n->argument = position;
		return behind + 1;
	}
	n->argument = ++*next;
	return at;
}

static int is_one_of(char c, const char *set)
{
	for (; *set; set++)
		if (c == *set)
			return 1;
	return 0;
}

/* hh, l, and so on, or C23's w32 and wf32. */
static const char *length(const char *at)
{
	if (*at == 'w') {
		at += at[1] == 'f' ? 2 : 1;
		while (is_digit(*at))
			at++;
		return at;
	}
	while (is_one_of(*at, "hlqLjzZt"))
		at++;
	return at;
}

void wildebeest_stdio_conversion(struct conversion *c, const char *percent, int *next)
{
	const char *at = percent + 1;
	int position;
	const char *behind = digits(at, &position);

	c->is_positional = behind > at && *behind == '$';
	if (c->is_positional)
		at = behind + 1;
	c->flags = at;
	while (is_one_of(*at, "-+ #0'I"))
		at++;
	c->width = at;
	c->field.given = *at == '*' || is_digit(*at);
	at = number(at, &c->field, next);
	c->precision = (struct number){0};
	c->precision.given = *at == '.';
	if (*at == '.')
		at = number(at + 1, &c->precision, next);
	c->length = at;
	c->letter = at = length(at);
	c->end = *at ? at + 1 : at;
	c->argument = is_one_of(*at, "m%") || !*at ? 0 : c->is_positional ? position : ++*next;
}

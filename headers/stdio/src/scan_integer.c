/* SPDX-License-Identifier: MIT */
#include "scan.h"

#include <errno.h>
#include <limits.h>
#include <stdint.h>

void wildebeest_stdio_store(void *target, int size, long long value)
{
	if (!target)
		return;
	switch (size) {
	case 1:
		*(int8_t *)target = value;
		break;
	case 2:
		*(int16_t *)target = value;
		break;
	case 4:
		*(int32_t *)target = value;
		break;
	default:
		*(int64_t *)target = value;
	}
}

static int base_of(char letter)
{
	switch (letter) {
	case 'b':
		return 2;
	case 'i':
		return 0;
	case 'o':
		return 8;
	case 'x':
	case 'X':
		return 16;
	}
	return 10;
}

/* The value of a digit, or more than any base. */
static unsigned digit(int c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if ((c | 32) >= 'a' && (c | 32) <= 'f')
		return (c | 32) - 'a' + 10;
	return 16;
}

/* The digits as the type has them; what is out of range is the nearest value and
 * ERANGE, as with strtol and strtoul, which glibc calls here. */
static long long in_range(unsigned long long value, int overflows, int is_negative, const struct directive *d)
{
	int is_long = d->size <= (int)sizeof(long);
	unsigned long long most = is_long ? ULONG_MAX : ULLONG_MAX;

	if (*d->letter == 'd' || *d->letter == 'i')
		most = most / 2 + is_negative;
	else if (overflows || value > most)
		is_negative = 0;
	if (overflows || value > most) {
		errno = ERANGE;
		value = most;
	}
	return (long long)(is_negative ? 0 - value : value);
}

struct reading {
	struct source *source;
	int c;    /* read ahead */
	int left; /* of the width */
	unsigned base;
	int has_digits;
};

static void next(struct reading *r)
{
	r->left--;
	r->c = scan_get(r->source);
}

/* The base that a letter behind a zero gives; 0 where it is none of a prefix. */
static unsigned prefix(const struct reading *r, int has_binary)
{
	if (r->left && (r->c | 32) == 'x' && (r->base == 0 || r->base == 16))
		return 16;
	if (r->left && (r->c | 32) == 'b' && (r->base == 2 || (r->base == 0 && has_binary)))
		return 2;
	return 0;
}

/* Settles the base. Observed on glibc 2.43: a prefix without digits is no zero. */
static void read_prefix(struct reading *r, int has_binary)
{
	if (r->left && r->c == '0') {
		r->has_digits = 1;
		next(r);
		unsigned base = prefix(r, has_binary);

		if (base) {
			r->base = base;
			r->has_digits = 0;
			r->left--;
			r->c = r->left ? scan_get(r->source) : EOF;
		} else if (!r->base)
			r->base = 8;
	}
	if (!r->base)
		r->base = 10;
}

enum outcome wildebeest_stdio_scan_integer(struct source *s, const struct directive *d, int has_binary, void *target)
{
	struct reading r = {.source = s, .base = base_of(*d->letter), .left = d->width ? d->width : INT_MAX};
	unsigned long long value = 0;
	int overflows = 0;

	r.c = scan_behind_space(s);
	if (r.c == EOF)
		return SCAN_END;
	int is_negative = r.c == '-';

	if (r.c == '-' || r.c == '+')
		next(&r);
	read_prefix(&r, has_binary);
	for (; r.left && digit(r.c) < r.base; next(&r)) {
		overflows |= value > (ULLONG_MAX - digit(r.c)) / r.base;
		value = value * r.base + digit(r.c);
		r.has_digits = 1;
	}
	scan_unget(s, r.c);
	if (!r.has_digits)
		return SCAN_MISMATCH;
	wildebeest_stdio_store(target, d->size, in_range(value, overflows, is_negative, d));
	return SCAN_DONE;
}

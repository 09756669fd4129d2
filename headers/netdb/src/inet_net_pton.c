/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>

enum { LONGEST = 32, OCTET = 255 };

/* The number as far as it is read. */
struct number {
	unsigned char *octets;
	size_t count, size;
};

static int fail(int error)
{
	errno = error;
	return 0;
}

static int add(struct number *to, int octet)
{
	if (to->count == to->size)
		return fail(EMSGSIZE);
	to->octets[to->count++] = (unsigned char)octet;
	return 1;
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Digits from the left; the last may be half an octet. */
static int read_hex(const char **text, struct number *to)
{
	int high, low;

	while ((high = hex_digit(**text)) >= 0) {
		++*text;
		low = hex_digit(**text);
		if (low >= 0)
			++*text;
		if (!add(to, high << 4 | (low < 0 ? 0 : low)))
			return 0;
	}
	return 1;
}

/* A decimal number without a sign; one above OCTET is any that is. */
static int read_number(const char **text, int *value)
{
	if (**text < '0' || **text > '9')
		return fail(ENOENT);
	for (*value = 0; **text >= '0' && **text <= '9'; ++*text)
		if (*value <= OCTET)
			*value = 10 * *value + (**text - '0');
	return 1;
}

static int read_dotted(const char **text, struct number *to)
{
	int octet;

	for (;; ++*text) {
		if (!read_number(text, &octet))
			return 0;
		if (octet > OCTET)
			return fail(ENOENT);
		if (!add(to, octet))
			return 0;
		if (**text != '.')
			return 1;
	}
}

/* The length by the class of the first octet; more octets make it longer, those of a
 * group (class D) do not. */
static int class_bits(const struct number *number)
{
	int first = number->octets[0];
	int bits = first >= 240 ? 32 : first >= 224 ? 4 : first >= 192 ? 24 : first >= 128 ? 16 : 8;
	int given = 8 * (int)number->count;

	return bits >= 8 && bits < given ? given : bits;
}

/* Rules: inet_net_pton(3). Observed on glibc 2.36: zeros fill the number up to its
 * length, and what was read before an error stays written. */
int inet_net_pton(int family, const char *text, void *number, size_t size)
{
	struct number to = {number, 0, size};
	int bits, has_length;

	if (family != AF_INET) {
		errno = EAFNOSUPPORT;
		return -1;
	}
	if (text[0] == '0' && (text[1] | 0x20) == 'x' && hex_digit(text[2]) >= 0) {
		text += 2;
		if (!read_hex(&text, &to))
			return -1;
	} else if (!read_dotted(&text, &to)) {
		return -1;
	}
	has_length = *text == '/';
	if (has_length) {
		text++;
		if (!read_number(&text, &bits))
			return -1;
	} else {
		bits = class_bits(&to);
	}
	if (*text) {
		errno = ENOENT;
		return -1;
	}
	if (has_length && bits > LONGEST) {
		errno = EMSGSIZE;
		return -1;
	}
	while (to.count < ((size_t)bits + 7) / 8)
		if (!add(&to, 0))
			return -1;
	return bits;
}

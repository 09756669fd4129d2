/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <ctype.h>
#include <inttypes.h>

#define CHARACTER char
#define is_space(character) isspace((unsigned char)(character))
#include "binary.h"

extern intmax_t plain_strtoimax(const char *__restrict string, char **__restrict end, int base) __asm__("wildebeest_strtoimax");

intmax_t strtoimax(const char *__restrict string, char **__restrict end, int base)
{
	int negative;
	const char *digits = binary_digits(string, base, &negative);

	if (!digits)
		return plain_strtoimax(string, end, base);
	return (intmax_t)binary_signed(digits, end, negative, INTMAX_MAX);
}

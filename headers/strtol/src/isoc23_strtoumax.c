/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <ctype.h>
#include <inttypes.h>

#define CHARACTER char
#define is_space(character) isspace((unsigned char)(character))
#include "binary.h"

extern uintmax_t plain_strtoumax(const char *__restrict string, char **__restrict end, int base) __asm__("wildebeest_strtoumax");

uintmax_t strtoumax(const char *__restrict string, char **__restrict end, int base)
{
	int negative;
	const char *digits = binary_digits(string, base, &negative);

	if (!digits)
		return plain_strtoumax(string, end, base);
	return (uintmax_t)binary_unsigned(digits, end, negative, UINTMAX_MAX);
}

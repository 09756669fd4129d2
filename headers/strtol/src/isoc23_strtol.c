/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <ctype.h>
#include <stdlib.h>

#define CHARACTER char
#define is_space(character) isspace((unsigned char)(character))
#include "binary.h"

extern long plain_strtol(const char *__restrict string, char **__restrict end, int base) __asm__("wildebeest_strtol");

long strtol(const char *__restrict string, char **__restrict end, int base)
{
	int negative;
	const char *digits = binary_digits(string, base, &negative);

	if (!digits)
		return plain_strtol(string, end, base);
	return (long)binary_signed(digits, end, negative, LONG_MAX);
}

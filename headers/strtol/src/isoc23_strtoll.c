/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <ctype.h>
#include <stdlib.h>

#define CHARACTER char
#define is_space(character) isspace((unsigned char)(character))
#include "binary.h"

extern long long plain_strtoll(const char *__restrict string, char **__restrict end, int base) __asm__("wildebeest_strtoll");

long long strtoll(const char *__restrict string, char **__restrict end, int base)
{
	int negative;
	const char *digits = binary_digits(string, base, &negative);

	if (!digits)
		return plain_strtoll(string, end, base);
	return (long long)binary_signed(digits, end, negative, LLONG_MAX);
}

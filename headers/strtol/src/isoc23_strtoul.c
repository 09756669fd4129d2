/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <ctype.h>
#include <stdlib.h>

#define CHARACTER char
#define is_space(character) isspace((unsigned char)(character))
#include "binary.h"

extern unsigned long plain_strtoul(const char *__restrict string, char **__restrict end, int base) __asm__("wildebeest_strtoul");

unsigned long strtoul(const char *__restrict string, char **__restrict end, int base)
{
	int negative;
	const char *digits = binary_digits(string, base, &negative);

	if (!digits)
		return plain_strtoul(string, end, base);
	return (unsigned long)binary_unsigned(digits, end, negative, ULONG_MAX);
}

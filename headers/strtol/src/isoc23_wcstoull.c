/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <wchar.h>
#include <wctype.h>

#define CHARACTER wchar_t
#define is_space(character) iswspace((wint_t)(character))
#include "binary.h"

extern unsigned long long plain_wcstoull(const wchar_t *__restrict string, wchar_t **__restrict end, int base) __asm__("wildebeest_wcstoull");

unsigned long long wcstoull(const wchar_t *__restrict string, wchar_t **__restrict end, int base)
{
	int negative;
	const wchar_t *digits = binary_digits(string, base, &negative);

	if (!digits)
		return plain_wcstoull(string, end, base);
	return (unsigned long long)binary_unsigned(digits, end, negative, ULLONG_MAX);
}

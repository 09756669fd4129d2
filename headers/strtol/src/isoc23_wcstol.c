/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <wchar.h>
#include <wctype.h>

#define CHARACTER wchar_t
#define is_space(character) iswspace((wint_t)(character))
#include "binary.h"

extern long plain_wcstol(const wchar_t *__restrict string, wchar_t **__restrict end, int base) __asm__("wildebeest_wcstol");

long wcstol(const wchar_t *__restrict string, wchar_t **__restrict end, int base)
{
	int negative;
	const wchar_t *digits = binary_digits(string, base, &negative);

	if (!digits)
		return plain_wcstol(string, end, base);
	return (long)binary_signed(digits, end, negative, LONG_MAX);
}

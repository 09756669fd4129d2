/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <wchar.h>
#include <wctype.h>

#define CHARACTER wchar_t
#define is_space(character) iswspace((wint_t)(character))
#include "binary.h"

extern long long plain_wcstoll(const wchar_t *__restrict string, wchar_t **__restrict end, int base) __asm__("wildebeest_wcstoll");

long long wcstoll(const wchar_t *__restrict string, wchar_t **__restrict end, int base)
{
	int negative;
	const wchar_t *digits = binary_digits(string, base, &negative);

	if (!digits)
		return plain_wcstoll(string, end, base);
	return (long long)binary_signed(digits, end, negative, LLONG_MAX);
}

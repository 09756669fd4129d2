/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <inttypes.h>
#include <wctype.h>

#define CHARACTER wchar_t
#define is_space(character) iswspace((wint_t)(character))
#include "binary.h"

extern uintmax_t plain_wcstoumax(const wchar_t *__restrict string, wchar_t **__restrict end, int base) __asm__("wildebeest_wcstoumax");

uintmax_t wcstoumax(const wchar_t *__restrict string, wchar_t **__restrict end, int base)
{
	int negative;
	const wchar_t *digits = binary_digits(string, base, &negative);

	if (!digits)
		return plain_wcstoumax(string, end, base);
	return (uintmax_t)binary_unsigned(digits, end, negative, UINTMAX_MAX);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <inttypes.h>
#include <wctype.h>

#define CHARACTER wchar_t
#define is_space(character) iswspace((wint_t)(character))
#include "binary.h"

extern intmax_t plain_wcstoimax(const wchar_t *__restrict string, wchar_t **__restrict end, int base) __asm__("wildebeest_wcstoimax");

intmax_t wcstoimax(const wchar_t *__restrict string, wchar_t **__restrict end, int base)
{
	int negative;
	const wchar_t *digits = binary_digits(string, base, &negative);

	if (!digits)
		return plain_wcstoimax(string, end, base);
	return (intmax_t)binary_signed(digits, end, negative, INTMAX_MAX);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <wchar.h>

size_t wcslcpy(wchar_t *restrict to, const wchar_t *restrict from, size_t size)
{
	size_t length = wcslen(from), kept = length < size ? length : size - 1;

	if (size) {
		wmemcpy(to, from, kept);
		to[kept] = L'\0';
	}
	return length;
}

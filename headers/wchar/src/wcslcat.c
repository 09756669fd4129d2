/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <wchar.h>

size_t wcslcat(wchar_t *restrict to, const wchar_t *restrict from, size_t size)
{
	size_t before = wcsnlen(to, size);

	return before + wcslcpy(to + before, from, size - before);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <string.h>

char *basename(const char *filename)
{
	const char *base = filename;

	/* Paths are short: one pass beats a search from the end. */
	for (; *filename; filename++)
		if (*filename == '/')
			base = filename + 1;
	return (char *)base;
}

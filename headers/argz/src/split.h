/* SPDX-License-Identifier: MIT */
#ifndef WILDEBEEST_ARGZ_SPLIT_H
#define WILDEBEEST_ARGZ_SPLIT_H

#include <stddef.h>

/* Copy a string with its separators made to zeros; several in a row make one,
 * and those at the start none; after one at the end comes an empty string
 * (observed on glibc 2.36). There must be room for the string and its zero.
 * Returns how much was written. */
static inline size_t split(char *to, const char *string, int sep)
{
	char *start = to;

	do {
		if (*string != (char)sep)
			*to++ = *string;
		else if (to > start && to[-1])
			*to++ = 0;
	} while (*string++);
	return (size_t)(to - start);
}

#endif

/* SPDX-License-Identifier: MIT
 * conversion.h: a conversion of printf in its parts.
 */
#ifndef WILDEBEEST_STDIO_CONVERSION_H
#define WILDEBEEST_STDIO_CONVERSION_H

#include <stddef.h>

/* Where a width or precision is: none, in number, or in an argument. */
struct number {
	int given, value, argument; /* from 1 */
};

struct conversion {
	const char *flags, *width, *length, *letter; /* where each begins */
	const char *end;                             /* behind the letter, or of the format */
	int argument;                                /* from 1; 0 where it takes none */
	int is_positional;                           /* %1$d */
	struct number field, precision;
};

/* Reads the conversion at percent; *next is the argument before the next one without
 * a position. */
void wildebeest_stdio_conversion(struct conversion *c, const char *percent, int *next);

#endif

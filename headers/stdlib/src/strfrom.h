/* SPDX-License-Identifier: MIT
 * strfrom.h: the formats of strfromd(3) and its family: % and a precision, and one
 * of aAeEfFgG. Observed on glibc 2.36: others end the program, what follows is
 * ignored, and a precision that is no int is left out.
 */
#ifndef WILDEBEEST_STDLIB_STRFROM_H
#define WILDEBEEST_STDLIB_STRFROM_H

#define _GNU_SOURCE
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct strfrom {
	int precision; /* -1 for none */
	char conversion;
};

static inline struct strfrom strfrom_parse(const char *format)
{
	struct strfrom parsed = {-1, 0};

	if (*format++ != '%')
		abort();
	if (*format == '.') {
		long long precision = 0;

		while (*++format >= '0' && *format <= '9')
			if (precision <= INT_MAX)
				precision = 10 * precision + (*format - '0');
		if (precision <= INT_MAX)
			parsed.precision = (int)precision;
	}
	parsed.conversion = *format;
	if (!*format || !strchr("aAeEfFgG", *format))
		abort();
	return parsed;
}

static inline int strfrom_double(char *dest, size_t size, const char *format, double value)
{
	struct strfrom parsed = strfrom_parse(format);

	return snprintf(dest, size, (char[]){'%', '.', '*', parsed.conversion, 0}, parsed.precision, value);
}

#endif

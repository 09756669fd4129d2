/* SPDX-License-Identifier: MIT
 * output.h: a format of printf that is written anew.
 */
#ifndef WILDEBEEST_STDIO_OUTPUT_H
#define WILDEBEEST_STDIO_OUTPUT_H

#include "conversion.h"

#include <stdarg.h>

struct output {
	char *text;
	size_t used, size;
	int failed;
};

void wildebeest_stdio_put(struct output *out, const char *data, size_t length);

/* Whether a conversion is a %b or %B of C23 that can be written here. */
int wildebeest_stdio_is_binary(const struct conversion *c);

/* Puts the digits of a %b in the place of the conversion, and behind them conversions
 * that print nothing for each argument that it takes. */
void wildebeest_stdio_put_binary(struct output *out, const char *format, const struct conversion *c, va_list arguments);

#endif

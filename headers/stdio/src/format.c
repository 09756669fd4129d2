/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "stream.h"

#include <stdlib.h>
#include <string.h>

/* The end of the conversion that starts at percent: behind its letter, or at the
 * end of the format. */
static const char *conversion_end(const char *percent)
{
	const char *at = percent + 1;

	at += strspn(at, "0123456789$-+ #'I.*hlqLjzZt");
	return *at ? at + 1 : at;
}

/* Whether a conversion is a %m without arguments for width or precision. */
static int is_message(const char *percent, const char *end)
{
	return end[-1] == 'm' && !memchr(percent, '*', end - percent);
}

/* The text of a conversion like %-20.5m, with each % doubled, to out. */
static void put_message(FILE *out, const char *percent, const char *end, int number)
{
	char conversion[32], *text;
	size_t length = end - percent;

	if (length >= sizeof conversion) {
		fwrite(percent, 1, length, out);
		return;
	}
	memcpy(conversion, percent, length - 1);
	memcpy(conversion + length - 1, "s", 2);
	if (asprintf(&text, conversion, strerror(number)) < 0)
		return;
	for (const char *at = text; *at; at++)
		fprintf(out, *at == '%' ? "%%%%" : "%c", *at);
	free(text);
}

const char *wildebeest_stdio_format(const char *format, int number)
{
	const char *at = format, *percent, *end;
	char *expanded = NULL;
	size_t size;
	FILE *out = NULL;

	for (; (percent = strchr(at, '%')); at = end) {
		end = conversion_end(percent);
		if (end[-1] != 'm' || !is_message(percent, end)) {
			if (out)
				fwrite(at, 1, end - at, out);
			else
				continue;
		} else {
			if (!out) {
				if (!(out = open_memstream(&expanded, &size)))
					return NULL;
				at = format;
			}
			fwrite(at, 1, percent - at, out);
			put_message(out, percent, end, number);
		}
	}
	if (!out)
		return format;
	fputs(at, out);
	if (fclose(out)) {
		free(expanded);
		return NULL;
	}
	return expanded;
}

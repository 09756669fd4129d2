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

/* A format that is written anew. */
struct output {
	char *text;
	size_t used, size;
	int failed;
};

static void put(struct output *out, const char *data, size_t length)
{
	if (out->failed)
		return;
	if (length >= out->size - out->used) {
		size_t size = 2 * (out->size + length) + 64;
		char *grown = realloc(out->text, size);

		if (!grown) {
			out->failed = 1;
			return;
		}
		out->text = grown;
		out->size = size;
	}
	memcpy(out->text + out->used, data, length);
	out->used += length;
	out->text[out->used] = '\0';
}

/* The text of a conversion like %-20.5m, with each % doubled. */
static void put_message(struct output *out, const char *percent, const char *end, int number)
{
	char conversion[32], *text;
	size_t length = end - percent;

	if (length >= sizeof conversion) {
		put(out, percent, length);
		return;
	}
	memcpy(conversion, percent, length - 1);
	memcpy(conversion + length - 1, "s", 2);
	if (asprintf(&text, conversion, strerror(number)) < 0) {
		out->failed = 1;
		return;
	}
	for (const char *at = text; *at; at++)
		put(out, *at == '%' ? "%%" : at, *at == '%' ? 2 : 1);
	free(text);
}

const char *wildebeest_stdio_format(const char *format, int number)
{
	struct output out = {0};
	const char *at = format, *percent, *end;

	for (; (percent = strchr(at, '%')); at = end) {
		end = conversion_end(percent);
		if (is_message(percent, end)) {
			if (!out.text)
				put(&out, format, percent - format);
			else
				put(&out, at, percent - at);
			put_message(&out, percent, end, number);
		} else if (out.text) {
			put(&out, at, end - at);
		}
	}
	if (!out.text && !out.failed)
		return format;
	put(&out, at, strlen(at));
	if (out.failed) {
		free(out.text);
		return NULL;
	}
	return out.text;
}

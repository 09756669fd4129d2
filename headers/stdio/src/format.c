/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "output.h"
#include "stream.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Whether a conversion is a %m without arguments for width or precision. */
static int is_message(const struct conversion *c)
{
	return *c->letter == 'm' && !c->field.argument && !c->precision.argument;
}

void wildebeest_stdio_put(struct output *out, const char *data, size_t length)
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
		wildebeest_stdio_put(out, percent, length);
		return;
	}
	memcpy(conversion, percent, length - 1);
	memcpy(conversion + length - 1, "s", 2);
	if (asprintf(&text, conversion, strerror(number)) < 0) {
		out->failed = 1;
		return;
	}
	for (const char *at = text; *at; at++)
		wildebeest_stdio_put(out, *at == '%' ? "%%" : at, *at == '%' ? 2 : 1);
	free(text);
}

/* A conversion without what musl does not know: the flag I, which chooses digits that
 * no locale of it has, and the lengths of C23, for the types as the libc defines them. */
static void put_plain(struct output *out, const char *percent, const struct conversion *c)
{
	static const struct {
		const char *given, *known;
	} lengths[] = {
		{"w8", "hh"}, {"w16", "h"}, {"w32", ""}, {"w64", "ll"},
		{"wf8", "hh"}, {"wf64", "ll"},
		{"wf16", sizeof(int_fast16_t) == sizeof(int) ? "" : "ll"},
		{"wf32", sizeof(int_fast32_t) == sizeof(int) ? "" : "ll"},
	};
	const char *length = c->length;
	size_t size = c->letter - c->length;

	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
		if (strlen(lengths[i].given) == size && !memcmp(length, lengths[i].given, size)) {
			length = lengths[i].known;
			size = strlen(length);
			break;
		}
	wildebeest_stdio_put(out, percent, c->flags - percent);
	for (const char *flag = c->flags; flag < c->width; flag++)
		if (*flag != 'I')
			wildebeest_stdio_put(out, flag, 1);
	wildebeest_stdio_put(out, c->width, c->length - c->width);
	wildebeest_stdio_put(out, length, size);
	wildebeest_stdio_put(out, c->letter, c->end - c->letter);
}

static int is_unknown_to_musl(const struct conversion *c)
{
	return *c->length == 'w' || memchr(c->flags, 'I', c->width - c->flags);
}

const char *wildebeest_stdio_format(const char *format, int number, va_list arguments)
{
	struct output out = {0};
	struct conversion c;
	const char *at = format, *percent;
	int next = 0;

	for (; (percent = strchr(at, '%')); at = c.end) {
		wildebeest_stdio_conversion(&c, percent, &next);
		int is_binary = wildebeest_stdio_is_binary(&c);
		int is_replaced = is_binary || is_message(&c) || is_unknown_to_musl(&c);

		if (is_replaced || out.text)
			wildebeest_stdio_put(&out, out.text ? at : format, percent - (out.text ? at : format));
		if (is_binary)
			wildebeest_stdio_put_binary(&out, format, &c, arguments);
		else if (is_message(&c))
			put_message(&out, percent, c.end, number);
		else if (is_replaced)
			put_plain(&out, percent, &c);
		else if (out.text)
			wildebeest_stdio_put(&out, percent, c.end - percent);
	}
	if (!out.text && !out.failed)
		return format;
	wildebeest_stdio_put(&out, at, strlen(at));
	if (out.failed) {
		free(out.text);
		return NULL;
	}
	return out.text;
}

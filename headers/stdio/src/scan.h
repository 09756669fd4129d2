/* SPDX-License-Identifier: MIT
 * scan.h: a format of scanf that musl does not know, read a conversion at a time.
 */
#ifndef WILDEBEEST_STDIO_SCAN_H
#define WILDEBEEST_STDIO_SCAN_H

#include "directive.h"

#include <stdarg.h>
#include <stdio.h>

/* Where the characters come from: a locked stream, or where that is NULL a string. */
struct source {
	FILE *stream;
	const char *string; /* what is left of it */
	long read;          /* characters so far */
};

static inline int scan_get(struct source *s)
{
	int c = s->stream ? getc_unlocked(s->stream) : *s->string ? (unsigned char)*s->string++ : EOF;

	s->read += c != EOF;
	return c;
}

/* Puts the last character back; of EOF there is nothing to put back. */
static inline void scan_unget(struct source *s, int c)
{
	if (c == EOF)
		return;
	s->read--;
	if (s->stream)
		ungetc(c, s->stream);
	else
		s->string--;
}

static inline int scan_is_space(int c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Returns the first character that is not a space, which is read as well. */
static inline int scan_behind_space(struct source *s)
{
	int c;

	do
		c = scan_get(s);
	while (scan_is_space(c));
	return c;
}

/* What became of a conversion: done, an input that does not match, or none. */
enum outcome { SCAN_DONE, SCAN_MISMATCH, SCAN_END };

/* Reads an integer of one of the letters b, d, i, o, u, x and X. The prefix 0b is one
 * of %b, and with has_binary of %i. A target that is NULL takes nothing. */
enum outcome wildebeest_stdio_scan_integer(struct source *s, const struct directive *d, int has_binary, void *target);

void wildebeest_stdio_store(void *target, int size, long long value);

/* vfscanf and vsscanf; with has_binary %i reads 0b, as ISO C23 has it. */
int wildebeest_stdio_scan_stream(FILE *stream, const char *format, va_list arguments, int has_binary);
int wildebeest_stdio_scan_string(const char *string, const char *format, va_list arguments, int has_binary);

#endif

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "scan.h"

#include <errno.h>
#include <stdio_ext.h>
#include <stdlib.h>
#include <string.h>

/* The libc's own. */
extern int libc_vfscanf(FILE *__restrict stream, const char *__restrict format, va_list arguments) __asm__("vfscanf");
extern int libc_vsscanf(const char *__restrict string, const char *__restrict format, va_list arguments)
	__asm__("vsscanf");
extern int libc_fscanf(FILE *__restrict stream, const char *__restrict format, ...) __asm__("fscanf");
extern int libc_sscanf(const char *__restrict string, const char *__restrict format, ...) __asm__("sscanf");

/* Whether a format has none of the characters of which one is in each conversion that
 * musl does not know: most formats, told at once. */
static int is_plain(const char *format)
{
	for (;; format++)
		switch (*format) {
		case '\0':
			return 1;
		case 'b':
		case 'i':
		case 'w':
		case 'I':
		case '\'':
		case '$':
			return 0;
		}
}

/* Whether musl reads a format as glibc 2.43 does. It has positions of one digit. */
static int is_known(const char *format, int has_binary)
{
	struct directive d;

	if (is_plain(format))
		return 1;
	for (const char *at = format; (at = strchr(at, '%')); at = d.end) {
		wildebeest_stdio_directive(&d, at);
		if (*d.letter == 'b' || d.has_wide || d.has_flag || d.position > 9 || (has_binary && *d.letter == 'i'))
			return 0;
	}
	return 1;
}

/* Writes a conversion as musl knows it, and a %ln, which tells how far it came.
 * Returns the memory, or NULL where there is none; small is used where it is enough. */
static char *known_format(const struct directive *d, char *small, size_t size)
{
	char width[12] = "";
	size_t rest = d->end - d->letter;
	char *text = small;

	if (rest > size - 32 && !(text = malloc(rest + 32)))
		return NULL;
	if (d->width)
		snprintf(width, sizeof width, "%d", d->width);
	char *at = stpcpy(text, d->is_suppressed ? "%*" : "%");
	at = stpcpy(stpcpy(stpcpy(at, width), d->allocates ? "m" : ""), d->known);
	memcpy(at, d->letter, rest);
	strcpy(at + rest, "%ln");
	return text;
}

/* Has the libc read a conversion of anything but an integer. */
static enum outcome scan_by_libc(struct source *s, const struct directive *d, void *target)
{
	char small[128];
	char *format = known_format(d, small, sizeof small);
	long read = -1;
	int count, caller = errno;

	if (!format)
		return SCAN_END;
	if (s->stream)
		count = target ? libc_fscanf(s->stream, format, target, &read) : libc_fscanf(s->stream, format, &read);
	else
		count = target ? libc_sscanf(s->string, format, target, &read) : libc_sscanf(s->string, format, &read);
	if (format != small) {
		int error = errno;
		free(format);
		errno = error;
	}
	if (read < 0 && count == EOF)
		return SCAN_END;
	if (read < 0) {
		errno = caller; /* which musl sets to EINVAL */
		return SCAN_MISMATCH;
	}
	s->read += read;
	if (!s->stream)
		s->string += read;
	return SCAN_DONE;
}

static enum outcome scan_character(struct source *s, int c, int expected)
{
	if (c == expected)
		return SCAN_DONE;
	scan_unget(s, c);
	return c == EOF ? SCAN_END : SCAN_MISMATCH;
}

static enum outcome scan_conversion(struct source *s, const struct directive *d, int has_binary, void *target)
{
	switch (*d->letter) {
	case '%':
		return scan_character(s, scan_behind_space(s), '%');
	case 'n':
		wildebeest_stdio_store(target, d->size, s->read);
		return SCAN_DONE;
	case 'b':
	case 'd':
	case 'i':
	case 'o':
	case 'u':
	case 'x':
	case 'X':
		return wildebeest_stdio_scan_integer(s, d, has_binary, target);
	}
	return scan_by_libc(s, d, target);
}

static void *nth(int position, va_list arguments)
{
	va_list list;
	void *target = NULL;

	va_copy(list, arguments);
	while (position-- > 0)
		target = va_arg(list, void *);
	va_end(list);
	return target;
}

static int scan(struct source *s, const char *format, va_list arguments, int has_binary)
{
	enum outcome outcome = SCAN_DONE;
	int count = 0, next = 0;

	while (*format && outcome == SCAN_DONE) {
		struct directive d;

		if (scan_is_space(*format)) {
			scan_unget(s, scan_behind_space(s));
			format++;
			continue;
		}
		if (*format != '%') {
			outcome = scan_character(s, scan_get(s), (unsigned char)*format++);
			continue;
		}
		wildebeest_stdio_directive(&d, format);
		format = d.end;
		if (!d.known)
			errno = EINVAL;
		if (!d.known || !d.is_whole || !strchr("aAbcCdeEfFgGinopsSuxX[%", *d.letter))
			return count;
		int stores = !d.is_suppressed && *d.letter != '%';

		outcome = scan_conversion(s, &d, has_binary, stores ? nth(d.position ? d.position : ++next, arguments) : NULL);
		count += outcome == SCAN_DONE && stores && *d.letter != 'n';
	}
	return outcome == SCAN_END && !count ? EOF : count;
}

int wildebeest_stdio_scan_stream(FILE *stream, const char *format, va_list arguments, int has_binary)
{
	/* Observed on glibc 2.36: no error flag is set. */
	if (!__freadable(stream)) {
		errno = EBADF;
		return EOF;
	}
	if (is_known(format, has_binary))
		return libc_vfscanf(stream, format, arguments);
	struct source s = {.stream = stream};

	flockfile(stream);
	int count = scan(&s, format, arguments, has_binary);

	funlockfile(stream);
	return count;
}

int wildebeest_stdio_scan_string(const char *string, const char *format, va_list arguments, int has_binary)
{
	if (is_known(format, has_binary))
		return libc_vsscanf(string, format, arguments);
	struct source s = {.string = string};

	return scan(&s, format, arguments, has_binary);
}

/* scanf with %b, %i, C23's lengths and the flags ' and I: each format on each input,
 * from a string and from a stream. */
#ifndef PLAIN
#define _GNU_SOURCE
#endif
#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const inputs[] = {
	"", "  ", "0", "1", "-", "+", "0b", "0b1", "0B101x", " -0b11", "+0b0", "0b2", "0b0b1", "b1", "00b1", "0x0b1", "-0b",
	"0b102", "101", "-101", "2", "x", "0x1f", "017", "0x", "0xg", "08", "-0x5", "1,234", "%5", "0b1 0b1",
	"0b1111111111111111111111111111111111111111111111111111111111111111 z",
	"-0b1111111111111111111111111111111111111111111111111111111111111111 z",
	"0b10000000000000000000000000000000000000000000000000000000000000000 z",
	"1000000000000000000000000000000000000000000000000000000000000000 z",
	"99999999999999999999 z", "-99999999999999999999 z", "9223372036854775808 z", "-9223372036854775808 z", "-9223372036854775809 z",
};
static const char *const formats[] = {
	"%b", "%1b", "%2b", "%3b", "%4b", "%*b", "%0b", "%*3b", "%hhb", "%hb", "%lb", "%llb", "%Lb", "%qb", "%jb", "%zb",
	"%tb", "%'b", "%Ib", "%I5b", " %b", "%%%b", "%b%%", "%b x", "%b %b", "%*b%b", "%b%n", "%bx%n", "a%b",
	"%I1i", "%I2i", "%'3i", "%'4i", "%*Ii", "%Ihhi", "%Illi", "%I'3lld", "%Id", "%'d", "%I'5d", "%'Ii", "%*Id",
	"%I*d", "%'*d", "%Iu", "%Ilu", "%Ix", "%'lx", "%IX", "%Io", "%'s", "%I3s", "%I[01b]", "%Ic", "%'*s%b", "%'f", "%Ilf", "%I5e",
	"%w8b", "%w16b", "%w32b", "%w64b", "%wf8b", "%wf64b", "%w8d", "%w16i", "%w32x", "%w64u", "%w64d", "%5w08d", "%wf8i",
	"%*w16d", "%w7d", "%wfd", "%wd", "%w128d", "%1$b", "%2$b%1$b", "%1$Id", "%2$w8d%1$n", "%b%3$n", "%*b%w32n", "%bq",
#ifndef PLAIN
	"%i", "%1i", "%2i", "%3i", "%4i", "%*i", "%hhi", "%lli", "%i %i", "%i%n", "%i%c", "%d%i", "%[^1]%i", "%2$i%1$i",
#endif
};

struct result {
	int count, error;
	unsigned char values[3][72];
};

static void scan(struct result *r, FILE *stream, const char *input, ...)
{
	const char *format;
	va_list arguments;

	va_start(arguments, input);
	format = va_arg(arguments, const char *);
	errno = 0;
	r->count = stream ? vfscanf(stream, format, arguments) : vsscanf(input, format, arguments);
	r->error = errno;
	va_end(arguments);
}

static void reset(struct result *r)
{
	memset(r, 0, sizeof *r);
	memset(r->values, 0x77, sizeof r->values);
}

static void show(const struct result *r)
{
	printf(" %d", r->count);
	for (int i = 0; i < 3; i++) {
		long value, unused;

		memcpy(&value, r->values[i], sizeof value);
		memset(&unused, 0x77, sizeof unused);
		if (value != unused)
			printf("%c%lx", "=,;"[i], value);
	}
	printf("%s", r->error == ERANGE ? "!" : r->error == EINVAL ? "?" : r->error ? "??" : "");
}

static void try(FILE *file, const char *format, const char *input)
{
	struct result string, stream;

	rewind(file);
	fputs(input, file);
	fputc('\0', file);
	for (size_t i = strlen(input); i < 80; i++)
		fputc('#', file);
	rewind(file);
	reset(&string);
	reset(&stream);
	scan(&string, NULL, input, format, string.values[0], string.values[1], string.values[2]);
	scan(&stream, file, NULL, format, stream.values[0], stream.values[1], stream.values[2]);
	show(&string);
	if (string.count >= 0 && memcmp(&string, &stream, sizeof string) != 0)
		show(&stream);
	printf("@%ld", ftell(file));
}

/* The end of a stream. */
static void at_end(const char *format, const char *input)
{
	FILE *file = tmpfile();
	struct result r;

	fputs(input, file);
	rewind(file);
	reset(&r);
	scan(&r, file, NULL, format, r.values[0], r.values[1], r.values[2]);
	show(&r);
	printf("@%ld%s%s", ftell(file), feof(file) ? "." : "", ferror(file) ? "error" : "");
	fclose(file);
}

#ifndef PLAIN
/* No literal: not every compiler knows the conversions. */
static const char *format(const char *start, const char *conversion)
{
	static char whole[20];

	snprintf(whole, sizeof whole, "%s%s", start, conversion);
	return whole;
}

#define MACRO(type, suffix) \
	do { \
		type value = 0; \
		int count = sscanf("-0b101", format("%", SCNb##suffix), &value); \
		printf("%d %ld ", count, (long)value); \
		printf(format("%", PRIb##suffix), (type)5); \
		printf(format(" %#", PRIB##suffix), (type)6); \
		putchar('\n'); \
	} while (0)

static void macros(void)
{
	MACRO(int8_t, 8);
	MACRO(int16_t, 16);
	MACRO(int32_t, 32);
	MACRO(int64_t, 64);
	MACRO(int_least8_t, LEAST8);
	MACRO(int_least16_t, LEAST16);
	MACRO(int_least32_t, LEAST32);
	MACRO(int_least64_t, LEAST64);
	MACRO(int_fast8_t, FAST8);
	MACRO(int_fast16_t, FAST16);
	MACRO(int_fast32_t, FAST32);
	MACRO(int_fast64_t, FAST64);
	MACRO(intmax_t, MAX);
	MACRO(intptr_t, PTR);
}
#endif

int main(void)
{
	FILE *file = tmpfile();
	int_fast16_t fast16 = 0;
	int_fast32_t fast32 = 0;
	char *word = NULL, text[1000];
	int a = 0, b = 0, n = 0;

	for (size_t f = 0; f < sizeof formats / sizeof *formats; f++) {
		printf("%s:", formats[f]);
		for (size_t i = 0; i < sizeof inputs / sizeof *inputs; i++)
			try(file, formats[f], inputs[i]);
		putchar('\n');
	}
	for (size_t f = 0; f < sizeof formats / sizeof *formats; f += 4) {
		printf("%s:", formats[f]);
		for (size_t i = 0; i < 20; i++)
			at_end(formats[f], inputs[i]);
		putchar('\n');
	}
	strcpy(text, "%wf16b %wf32d");
	printf("%d", sscanf("-101 -7", text, &fast16, &fast32));
	printf(" %ld %ld\n", (long)fast16, (long)fast32);
	strcpy(text, "%b%ms%n%d");
	printf("%d", sscanf("0b11word 12", text, &a, &word, &n, &b));
	printf(" %d %s %d %d\n", a, word, n, b);
	free(word);
	strcpy(text, "%b%m[");
	for (size_t i = 0; i < 120; i++)
		strcat(text, "a-fx");
	strcat(text, "]%b");
	printf("%d", sscanf("101abc0b10", text, &a, &word, &b));
	printf(" %d %s %d\n", a, word, b);
	free(word);
#ifndef PLAIN
	macros();
#endif
	fclose(file);
	return 0;
}

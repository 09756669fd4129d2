/* Formats of printf that are written anew print what glibc prints for them; and any
 * bytes as a format are read within bounds. */
#include "../../src/binary.c"
#include "../../src/conversion.c"
#include "../../src/format.c"

#include "choice.h"

#include <errno.h>

/* AddressSanitizer's own reading of formats takes the %.0s that stands for an argument
 * for one that reads a string. */
const char *__asan_default_options(void)
{
	return "check_printf=0";
}

static int print(int is_new, char *text, size_t size, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	const char *known = is_new ? wildebeest_stdio_format(format, ENOENT, arguments) : format;

	errno = ENOENT;
	int length = known ? vsnprintf(text, size, known, arguments) : -2;

	va_end(arguments);
	if (known != format)
		free((char *)known);
	return length;
}

/* Words and doubles have registers of their own, and the stack where those are not
 * enough: only few words go with doubles. */
static void compare(const char *format, const long *w, const double *d)
{
	char texts[2][4096];
	int lengths[2];

	for (int i = 0; i < 2; i++) {
		char *text = texts[i];

		if (d)
			lengths[i] = print(i, text, sizeof texts[i], format, w[0], w[1], d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7]);
		else
			lengths[i] = print(i, text, sizeof texts[i], format, w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7], w[8],
					   w[9], w[10], w[11], w[12], w[13], w[14], w[15], w[16], w[17], w[18], w[19]);
	}
	if (lengths[0] == lengths[1] && (lengths[0] < 0 || !memcmp(texts[0], texts[1], lengths[0] + 1)))
		return;
	fprintf(stderr, "'%s': %d '%s', expected %d '%s'\n", format, lengths[1], texts[1], lengths[0], texts[0]);
	abort();
}

/* How many arguments a format may still take, or that it names their places. */
struct budget {
	unsigned words, doubles;
	int is_positional, has_doubles;
};

/* A width or precision. */
static void add_size(struct choices *c, struct text *t, struct budget *b)
{
	switch (choose(c, 4)) {
	case 0:
		add_number(t, choose(c, 70));
		break;
	case 1:
		if (!b->words)
			break;
		add(t, "*");
		if (b->is_positional) {
			add_number(t, 2 * choose(c, 10) + 2);
			add(t, "$");
		} else
			b->words--;
	}
}

static void add_conversion(struct choices *c, struct text *t, struct budget *b)
{
	static const char *const flags[] = {"", "", "-", "+", " ", "#", "0", "'", "I"};
	static const char *const ints[] = {"", "hh", "h"}, *const longs[] = {"l", "ll", "q", "j", "z", "Z", "t"};
	static const char *const numbers[] = {"b", "B", "b", "B", "d", "i", "o", "u", "x", "X"};
	static const char *const doubles[] = {"f", "e", "g", "a", "F"};
	unsigned kind = choose(c, 8);

	if (kind == 0) {
		add(t, "%%");
		return;
	}
	if (kind == 1) {
		add(t, "%m");
		return;
	}
	int is_double = kind == 2 && b->doubles && b->has_doubles;
	const char *letter = is_double ? PICK(c, doubles) : PICK(c, numbers);
	int is_long = !is_double && choose(c, 2);

	if (!is_double && !b->words)
		return;
	add(t, "%");
	if (b->is_positional) {
		/* An argument is of one type: the even ones are ints. And glibc 2.43 takes
		 * that of %1$lb for an int; here it is a long. */
		is_long &= (*letter | 32) != 'b';
		add_number(t, 2 * choose(c, 10) + 2 - is_long);
		add(t, "$");
	} else if (is_double)
		b->doubles--;
	else
		b->words--;
	for (unsigned i = choose(c, 4); i > 0; i--)
		add(t, PICK(c, flags));
	add_size(c, t, b);
	if (choose(c, 2)) {
		add(t, ".");
		add_size(c, t, b);
	}
	add(t, is_double ? "" : is_long ? PICK(c, longs) : PICK(c, ints));
	add(t, letter);
}

/* Any bytes: their conversions end within them. */
static void any(const char *format)
{
	struct conversion conversion;
	int next = 0;

	for (const char *at = format; (at = strchr(at, '%')); at = conversion.end)
		wildebeest_stdio_conversion(&conversion, at, &next);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct choices c = {data, data + size, 1};
	struct text format = {{0}, 0};
	unsigned kind = choose(&c, 4), count = choose(&c, 8);
	struct budget b = {.words = kind == 1 ? 2 : 20, .doubles = 8, .is_positional = kind == 2, .has_doubles = kind == 1};
	long words[20];
	double doubles[8];

	if (kind == 3) {
		for (unsigned i = choose(&c, 200); i > 0; i--)
			add(&format, (char[]){(char)choose(&c, 256), 0});
		any(format.text);
		return 0;
	}
	for (unsigned i = 0; i < count; i++) {
		add(&format, choose(&c, 3) ? "" : "text ");
		add_conversion(&c, &format, &b);
	}
	for (unsigned i = 0; i < 20; i++) /* small ones are widths too */
		words[i] = (long)choose(&c, 256) - 128 + (kind == 2 || choose(&c, 2) ? 0 : (long)choose(&c, 256) << 32);
	for (unsigned i = 0; i < 8; i++)
		doubles[i] = choose(&c, 256) / 8.0;
	compare(format.text, words, b.has_doubles ? doubles : NULL);
	return 0;
}

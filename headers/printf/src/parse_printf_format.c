/* SPDX-License-Identifier: MIT */
#include <limits.h>
#include <printf.h>
#include <stdint.h>
#include <string.h>

enum length { NONE, CHAR, SHORT, LONG, LONG_LONG, QUAD, MAX, SIZE };

/* What is known of the arguments so far. */
struct arguments {
	int *types;
	size_t room;
	size_t next;  /* the one after those taken in order */
	size_t most;  /* the highest number given */
};

static void set_type(struct arguments *arguments, size_t index, int type)
{
	if (index < arguments->room)
		arguments->types[index] = type;
}

/* A number; -1 if it is larger than an int. */
static int read_number(const char **fmt)
{
	int number = 0;

	for (; **fmt >= '0' && **fmt <= '9'; ++*fmt) {
		int digit = **fmt - '0';

		if (number < 0 || number > (INT_MAX - digit) / 10)
			number = -1;
		else
			number = 10 * number + digit;
	}
	return number;
}

/* "3$": the number of an argument. 0 when there is none, and then nothing is
 * read; one that is too large is read, and none. */
static size_t read_position(const char **fmt)
{
	const char *end = *fmt;
	int number = read_number(&end);

	if (*end != '$' || !number)
		return 0;
	*fmt = end + 1;
	return number > 0 ? (size_t)number : 0;
}

static void raise_most(struct arguments *arguments, size_t position)
{
	if (position > arguments->most)
		arguments->most = position;
}

/* The "*" or digits of a width or precision. */
static void read_count(struct arguments *arguments, const char **fmt)
{
	size_t position;

	if (**fmt != '*') {
		read_number(fmt);
		return;
	}
	++*fmt;
	position = read_position(fmt);
	raise_most(arguments, position);
	set_type(arguments, position ? position - 1 : arguments->next++, PA_INT);
}

static enum length read_length(const char **fmt)
{
	char c = **fmt;

	if (!c || !strchr("hlLqjzZt", c))
		return NONE;
	++*fmt;
	if ((c == 'h' || c == 'l') && **fmt == c) {
		++*fmt;
		return c == 'h' ? CHAR : LONG_LONG;
	}
	switch (c) {
	case 'h': return SHORT;
	case 'l': return LONG;
	case 'j': return MAX;
	case 'L': case 'q': return QUAD;
	}
	return SIZE;
}

static int integer_type(enum length length)
{
	switch (length) {
	case CHAR:
		return PA_CHAR;
	case SHORT:
		return PA_INT | PA_FLAG_SHORT;
	case LONG:
		return PA_INT | PA_FLAG_LONG;
	case LONG_LONG:
		return PA_INT | (LONG_MAX == LLONG_MAX ? PA_FLAG_LONG
						       : PA_FLAG_LONG_LONG);
	case QUAD:
		/* Observed on glibc 2.36: int where long is as long. */
		return PA_INT | (LONG_MAX == LLONG_MAX ? 0 : PA_FLAG_LONG_LONG);
	case MAX:
		return PA_INT | (INTMAX_MAX == LONG_MAX ? PA_FLAG_LONG
							: PA_FLAG_LONG_LONG);
	case SIZE:
		return PA_INT | (SIZE_MAX > UINT_MAX ? PA_FLAG_LONG : 0);
	case NONE:
		break;
	}
	return PA_INT;
}

/* The type a conversion takes, or -1: it takes none. */
static int conversion_type(char conversion, enum length length)
{
	switch (conversion) {
	case 'd': case 'i': case 'o': case 'u': case 'x': case 'X':
	case 'b': case 'B':
		return integer_type(length);
	case 'e': case 'E': case 'f': case 'F': case 'g': case 'G':
	case 'a': case 'A':
		return PA_DOUBLE | (length == QUAD || length == LONG_LONG
					    ? PA_FLAG_LONG_DOUBLE : 0);
	case 'c':
		return PA_CHAR;
	case 'C':
		return PA_WCHAR;
	case 's':
		return PA_STRING;
	case 'S':
		return PA_WSTRING;
	case 'p':
		return PA_POINTER;
	case 'n':
		return PA_INT | PA_FLAG_PTR;
	}
	return -1;
}

/* Read the conversion after a "%". */
static const char *read_conversion(struct arguments *arguments, const char *fmt)
{
	size_t position = read_position(&fmt);
	enum length length;
	int type;

	raise_most(arguments, position);
	while (*fmt && strchr("-+ #0'I", *fmt))
		fmt++;
	read_count(arguments, &fmt);
	if (*fmt == '.') {
		fmt++;
		read_count(arguments, &fmt);
	}
	length = read_length(&fmt);
	type = conversion_type(*fmt, length);
	if (type >= 0)
		set_type(arguments, position ? position - 1 : arguments->next++,
			 type);
	return *fmt ? fmt + 1 : fmt;
}

size_t parse_printf_format(const char *__restrict fmt, size_t n,
			   int *__restrict argtypes)
{
	struct arguments arguments = {argtypes, n, 0, 0};

	while ((fmt = strchr(fmt, '%')))
		fmt = read_conversion(&arguments, fmt + 1);
	return arguments.most > arguments.next ? arguments.most : arguments.next;
}

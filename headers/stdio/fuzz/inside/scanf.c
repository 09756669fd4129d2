/* Formats of scanf on any input: what is taken apart gives what glibc gives for the
 * whole, from a string and from a stream; and any bytes as a format stay in bounds. */
#define _GNU_SOURCE
#include "../../src/directive.c"
#include "../../src/scan.c"
#include "../../src/scan_integer.c"

#include "choice.h"

enum { TARGETS = 12, ROOM = 1200 };

static char targets[2][TARGETS][ROOM] __attribute__((aligned(16)));

enum how { OURS, STREAM, GLIBC };

struct call {
	enum how how;
	int has_binary;
	const char *input, *format;
	long read;
};

static int start(struct call *call, ...)
{
	struct source s = {.string = call->input};
	va_list arguments;
	int count;

	va_start(arguments, call);
	if (call->how == STREAM && !(s.stream = fmemopen((char *)call->input, strlen(call->input), "r")))
		abort();
	if (call->how == GLIBC)
		count = vsscanf(call->input, call->format, arguments);
	else
		count = scan(&s, call->format, arguments, call->has_binary);
	va_end(arguments);
	if (s.stream)
		fclose(s.stream);
	call->read = s.read;
	return count;
}

static int into(int set, struct call *call)
{
	char(*t)[ROOM] = targets[set];

	memset(t, 0x55, sizeof targets[set]);
	return start(call, t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7], t[8], t[9], t[10], t[11]);
}

/* Both ways give the same. */
static void compare(struct call one, struct call other)
{
	int count = into(0, &one), expected = into(1, &other);

	if (count == expected && !memcmp(targets[0], targets[1], sizeof targets[0]) &&
	    (other.how == GLIBC || one.read == other.read))
		return;
	fprintf(stderr, "%s of '%s': %d, expected %d; read %ld, %ld\n", one.format, one.input, count, expected, one.read,
		other.read);
	abort();
}

static void add_conversion(struct choices *c, struct text *t, unsigned position, int is_new)
{
	static const char *const lengths[] = {"", "hh", "h", "l", "ll", "q", "L", "j", "z", "t"};
	static const char *const wide[] = {"w8", "w16", "w32", "w64", "wf8", "wf16", "wf32", "wf64", "w7"};
	static const char *const numbers[] = {"d", "i", "o", "u", "x", "X"};
	static const char *const others[] = {"c", "s", "[0-9]", "[^ ]", "[]x]", "[^]]", "n", "p", "f", "lg", "Le", "%"};
	unsigned kind = choose(c, 4);
	const char *other = PICK(c, others);

	add(t, "%");
	if (position && !(kind == 0 && *other == '%')) {
		add_number(t, position);
		add(t, "$");
	}
	if (kind > 0 || !strchr("n%", *other)) {
		add(t, choose(c, 3) ? "" : "'");
		add(t, choose(c, 4) ? "" : "*");
		add(t, choose(c, 3) ? "" : "I");
		if (choose(c, 2))
			add_number(t, choose(c, 20));
	}
	if (kind == 0) {
		add(t, other);
		return;
	}
	add(t, is_new && choose(c, 2) ? PICK(c, wide) : PICK(c, lengths));
	add(t, is_new && choose(c, 2) ? "b" : PICK(c, numbers));
}

/* Any bytes, which name no place of an argument and allocate nothing. */
static void any(const char *format, const char *input)
{
	struct directive d;
	int has_room = strlen(format) < 2 * TARGETS && !strpbrk(format, "$m");

	for (const char *at = format; (at = strchr(at, '%')); at = d.end) {
		wildebeest_stdio_directive(&d, at);
		has_room &= d.width < ROOM / (int)sizeof(wchar_t);
	}
	is_known(format, 1);
	if (has_room)
		into(0, &(struct call){OURS, 1, input, format, 0});
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const literals[] = {" ", "x", ":", "", "", ""};
	static const char characters[] = "0011bx7 +-.,ae:B]9";
	struct choices c = {data, data + size, 1};
	struct text format = {{0}, 0};
	char input[64] = "";
	unsigned kind = choose(&c, 3), is_positional = choose(&c, 2), count = choose(&c, 7);

	if (kind == 2)
		for (unsigned i = choose(&c, 60); i > 0; i--)
			add(&format, (char[]){(char)choose(&c, 256), 0});
	else
		for (unsigned i = 0; i < count; i++) {
			add(&format, PICK(&c, literals));
			add_conversion(&c, &format, is_positional ? 1 + choose(&c, TARGETS) : 0, kind == 1);
		}
	for (unsigned i = 0, length = choose(&c, 40); i < length; i++)
		input[i] = choose(&c, 8) ? PICK(&c, characters) : choose(&c, 256);
	if (kind == 2)
		any(format.text, input);
	/* glibc 2.36 reads a zero where the digits behind 0x are missing, 2.43 does not. */
	if (kind == 0 && !strcasestr(input, "0x"))
		compare((struct call){OURS, 0, input, format.text, 0}, (struct call){GLIBC, 0, input, format.text, 0});
	if (kind < 2 && *input)
		compare((struct call){OURS, 1, input, format.text, 0}, (struct call){STREAM, 1, input, format.text, 0});
	return 0;
}

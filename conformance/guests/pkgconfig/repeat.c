/* SPDX-License-Identifier: MIT
 * repeat: print words several times.
 */
#include <argp.h>
#include <stdio.h>
#include <stdlib.h>

struct settings {
	int count;
	const char *between;
};

static const struct argp_option options[] = {
	{"count", 'n', "N", 0, "print each word N times (2)", 0},
	{"between", 'b', "TEXT", 0, "print TEXT between them", 0},
	{0, 0, 0, 0, 0, 0},
};

static error_t parse(int key, char *arg, struct argp_state *state)
{
	struct settings *s = state->input;

	switch (key) {
	case 'n':
		s->count = atoi(arg);
		if (s->count < 1)
			argp_error(state, "a count of %s: it begins at 1", arg);
		return 0;
	case 'b':
		s->between = arg;
		return 0;
	case ARGP_KEY_ARG:
		for (int i = 0; i < s->count; i++)
			printf("%s%s", i ? s->between : "", arg);
		putchar('\n');
		return 0;
	case ARGP_KEY_NO_ARGS:
		argp_usage(state);
	}
	return ARGP_ERR_UNKNOWN;
}

int main(int argc, char **argv)
{
	static const struct argp argp = {options, parse, "WORD...", "Print each WORD several times.", 0, 0, 0};
	struct settings s = {2, " "};

	return argp_parse(&argp, argc, argv, 0, 0, &s);
}

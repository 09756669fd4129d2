/* Command lines: the first byte chooses the flags, the second what the parser
 * answers, the rest are arguments, each ended by a newline. */
#include <argp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static unsigned answers;

static error_t parse(int key, char *arg, struct argp_state *state)
{
	size_t length = arg ? strlen(arg) : 0; /* reads it to its end */

	if (key == ARGP_KEY_INIT)
		state->err_stream = stdout;
	if (key == ARGP_KEY_ARG && answers & 1 && length == 3 && state->next > 1) {
		answers &= ~1U;
		state->next--;
		return 0;
	}
	if (key == ARGP_KEY_ARG && answers & 2)
		return ARGP_ERR_UNKNOWN;
	if (key == ARGP_KEY_ARGS && answers & 4 && state->next < state->argc)
		state->next++;
	if (key == 'k' && answers & 8)
		return ARGP_ERR_UNKNOWN;
	return key == ARGP_KEY_ARGS && !(answers & 4) ? ARGP_ERR_UNKNOWN : 0;
}

static const struct argp_option options[] = {
	{"alpha", 'a', NULL, 0, "Alpha", 0},
	{"alphabet", 'b', "ARG", 0, "Alphabet", 0},
	{"gamma", 'g', "OPT", OPTION_ARG_OPTIONAL, "Gamma", 0},
	{"galias", 'G', NULL, OPTION_ALIAS, NULL, 0},
	{"known", 'k', NULL, 0, "Known", 0},
	{0},
};
static const struct argp child = {options, parse, NULL, NULL, NULL, NULL, NULL};
static const struct argp_child children[] = {{&child, 0, "Child", 0}, {0}};
static const struct argp parser = {options + 2, parse, "FOO", "Before\vAfter",
				   children, NULL, NULL};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *argv[32] = {(char *)"prog"}, *text, *word;
	int argc = 1, index;
	unsigned flags;

	if (size < 2)
		return 0;
	flags = data[0] | ARGP_NO_EXIT;
	answers = data[1];
	text = calloc(size, 1);
	memcpy(text, data + 2, size - 2);
	for (word = text; word && argc < 31; argc++) {
		/* To hang is what --HANG does, and beginnings of it. */
		if (strchr(word, 'H'))
			break;
		argv[argc] = word;
		word = strchr(word, '\n');
		if (word)
			*word++ = 0;
	}
	argp_parse(&parser, argc, argv, flags, data[1] & 16 ? &index : NULL, NULL);
	free(text);
	return 0;
}

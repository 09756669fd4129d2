/* Help output: lines of the input are the texts of options, of the program and
 * ARGP_HELP_FMT. */
#include <argp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static char *next_line(char **rest)
{
	char *line = *rest, *end;

	if (!line)
		return NULL;
	end = strchr(line, '\n');
	if (end)
		*end++ = 0;
	*rest = end;
	return *line ? line : NULL;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static FILE *null;
	struct argp_option options[9] = {{0}};
	struct argp_child children[2] = {{0}};
	struct argp parser = {0}, child = {0};
	char *text, *rest, *format;

	if (size < 20)
		return 0;
	if (!null)
		null = fopen("/dev/null", "w");
	rest = text = calloc(size - 15, 1);
	memcpy(text, data + 16, size - 16);
	format = next_line(&rest);
	setenv("ARGP_HELP_FMT", format ? format : "", 1);
	for (int i = 0; i < 8; i++) {
		options[i].key = (signed char)data[i];
		options[i].group = (signed char)data[i + 8] / 16;
		options[i].flags = data[i + 8] & 0x1f;
		options[i].name = next_line(&rest);
		options[i].arg = next_line(&rest);
		options[i].doc = next_line(&rest);
	}
	parser.options = options;
	parser.args_doc = next_line(&rest);
	parser.children = children;
	children[0].argp = &child;
	children[0].header = next_line(&rest);
	child.options = options + 4;
	parser.doc = rest;
	child.args_doc = parser.doc;
	argp_help(&parser, null, ARGP_HELP_STD_HELP | ARGP_HELP_USAGE,
		  (char *)"prog");
	argp_help(&parser, null, ARGP_HELP_USAGE, (char *)"prog");
	free(text);
	return 0;
}

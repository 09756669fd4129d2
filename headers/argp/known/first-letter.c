/* '+' as the key of the first option, which getopt takes for its own flag. */
#include <argp.h>
#include <stdio.h>

static int count;

static error_t parse(int key, char *arg, struct argp_state *state)
{
	(void)arg;
	(void)state;
	count += key == '+';
	return key == '+' || key == ARGP_KEY_ARG ? 0 : ARGP_ERR_UNKNOWN;
}

int main(void)
{
	static const struct argp_option options[] = {
		{"plus", '+', NULL, 0, "plus", 0}, {0}};
	static const struct argp parser = {options, parse, NULL, NULL, NULL, NULL,
					   NULL};
	char *argv[] = {(char *)"prog", (char *)"word", (char *)"--plus", NULL};

	argp_parse(&parser, 3, argv, 0, NULL, NULL);
	printf("%d\n", count);
	return 0;
}

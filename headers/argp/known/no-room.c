/* ARGP_HELP_FMT with a margin that leaves no room for text. */
#include <argp.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(void)
{
	static const struct argp_option options[] = {
		{"alpha", 'a', NULL, 0, "two words", 0}, {0}};
	static const struct argp parser = {options, NULL, NULL, NULL, NULL, NULL,
					   NULL};
	FILE *null = fopen("/dev/null", "w");

	setenv("ARGP_HELP_FMT", "rmargin=20", 1);
	alarm(1);
	argp_help(&parser, null, ARGP_HELP_LONG, (char *)"prog");
	puts("ends");
	return 0;
}

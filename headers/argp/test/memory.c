/* A parse when memory runs out, at every allocation there is: ENOMEM, and
 * nothing left behind. */
#include "../../testing/failing_malloc.h"

#include <argp.h>
#include <stdio.h>

/* More options than fit into what a parse has without asking for memory. */
static struct argp_option many[201];
static char names[200][8];

static const struct argp_option options[] = {
	{"alpha", 'a', NULL, 0, "Alpha", 0},
	{"beta", 'b', "ARG", 0, "Beta, with a text that is too long for one line "
	 "of the help output", 0},
	{0},
};

static int calls;

static error_t parse(int key, char *arg, struct argp_state *state)
{
	(void)arg;
	(void)state;
	calls++;
	return key == 'a' || key == 'b' || key == ARGP_KEY_ARG ? 0
							       : ARGP_ERR_UNKNOWN;
}

static const struct argp child = {many, parse, NULL, NULL, NULL, NULL, NULL};
static const struct argp_child children[] = {{&child, 0, "Child", 0}, {0}};
static const struct argp parser = {
	options, parse, "FOO", "Before.\vAfter.", children, NULL, NULL,
};

int main(void)
{
	int others = 0, leaks = 0, failures = 0;
	static char output[8192];

	for (int i = 0; i < 200; i++) {
		sprintf(names[i], "n%d", i);
		many[i].name = names[i];
		many[i].key = 1000 + i;
		many[i].doc = "one of many";
	}
	setvbuf(stdout, output, _IOFBF, sizeof output);
	printf("parse\n");
	malloc_set_mark();
	for (long n = 1;; n++) {
		char *argv[] = {(char *)"prog", (char *)"-a", (char *)"x",
				(char *)"--beta=3", NULL};
		long live = malloc_live;
		error_t error;

		malloc_rewind();
		calls = 0;
		malloc_fail_at(n);
		error = argp_parse(&parser, 4, argv, 0, NULL, NULL);
		leaks += malloc_live != live;
		if (!malloc_failed) {
			malloc_fail_at(-1);
			printf("all memory: %d, %d calls\n", error, calls);
			break;
		}
		failures++;
		others += error != ENOMEM || calls;
	}
	printf("failed: %s, not ENOMEM: %d, leaks: %d\n",
	       failures ? "yes" : "no", others, leaks);
#ifndef __GLIBC__
	/* glibc asserts that there is memory for help; here it still ends. */
	FILE *null = fopen("/dev/null", "w");

	malloc_set_mark();
	for (long n = 1;; n++) {
		malloc_rewind();
		malloc_fail_at(n);
		argp_help(&parser, null, ARGP_HELP_STD_HELP | ARGP_HELP_USAGE,
			  (char *)"prog");
		if (!malloc_failed)
			break;
	}
	malloc_fail_at(-1);
#endif
	return 0;
}

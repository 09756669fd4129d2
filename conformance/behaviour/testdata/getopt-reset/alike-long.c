/* getopt_long permutes with both libraries. */
#include <getopt.h>
#include <stdio.h>

int main(void)
{
	static const struct option longs[] = { { "verbose", no_argument, NULL, 'v' }, { 0 } };
	char *argv[] = { "tool", "list", "--verbose", "-o", "out.img", NULL };
	const char *out = "stdout";
	int c, verbose = 0;

	while ((c = getopt_long(5, argv, "vo:", longs, NULL)) != -1) {
		if (c == 'v')
			verbose = 1;
		if (c == 'o')
			out = optarg;
	}
	printf("%d %s %s\n", verbose, out, argv[optind]);
	return 0;
}

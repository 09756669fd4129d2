/* tool list -v -o out.img: options behind the first operand. */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
	char *argv[] = { "tool", "list", "-v", "-o", "out.img", NULL };
	int c, verbose = 0;
	const char *out = "stdout";

	while ((c = getopt(5, argv, "vo:")) != -1) {
		switch (c) {
		case 'v':
			verbose = 1;
			break;
		case 'o':
			out = optarg;
			break;
		default:
			return 2;
		}
	}
	printf("%d %s %s\n", verbose, out, argv[optind]);
	return 0;
}

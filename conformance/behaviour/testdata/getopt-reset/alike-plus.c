/* env(1) and its like stop at the first operand, and say so. */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
	char *argv[] = { "env", "-i", "list", "-v", NULL };
	int c, empty = 0;

	while ((c = getopt(4, argv, "+iv")) != -1)
		empty += c == 'i';
	printf("%d %s\n", empty, argv[optind]);
	return 0;
}

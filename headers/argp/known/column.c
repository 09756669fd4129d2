/* Round 55 of test/random.c: lines of help whose texts start where they should,
 * and those that start beyond column 60. */
#define main random_main
#include "../test/random.c"
#undef main

#include <unistd.h>

int main(void)
{
	char *argv[] = {(char *)"random", (char *)"55", (char *)"56", NULL};
	char line[400];
	int right = 0, beyond = 0;
	FILE *file;

	int messages = dup(2);

	if (!freopen("output", "w", stdout) || !freopen("/dev/null", "w", stderr))
		return 1;
	random_main(3, argv);
	fflush(stdout);
	file = fopen("output", "r");
	while (file && fgets(line, sizeof line, file)) {
		const char *gap = strstr(line, "     ");
		size_t blanks = gap ? strspn(gap, " ") : 0;

		right += blanks > 10 && blanks < 40 && gap + blanks == line + 29;
		beyond += blanks > 60;
	}
	dprintf(messages, "%d right, %d beyond\n", right, beyond);
	return 0;
}

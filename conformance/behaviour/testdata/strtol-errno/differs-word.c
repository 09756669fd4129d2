/* A setting that may be a word, and the number else. */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>

int main(void)
{
	static const char *const settings[] = { "10", "auto", "" };

	for (int i = 0; i < 3; i++) {
		uintmax_t n;

		errno = 0;
		n = strtoumax(settings[i], NULL, 0);
		if (errno != 0) {
			printf("%s: not valid\n", settings[i]);
			continue;
		}
		printf("%s: %ju\n", settings[i], n);
	}
	return 0;
}

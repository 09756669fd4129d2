/* Numbers before and after seeds, of states of every size, in turns. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static void show(const char *what)
{
	printf("%s:", what);
	for (int i = 0; i < 40; i++)
		printf(" %ld", i % 3 ? random() : (long)rand());
	putchar('\n');
}

int main(void)
{
	static const size_t sizes[] = {7, 8, 31, 32, 64, 100, 128, 255, 256, 1000};
	static int states[10][256];
	static const unsigned seeds[] = {0, 1, 2, 12345, 0x7fffffff, 0x80000000, 0xffffffff};
	char *first = NULL;

	show("unseeded");
	for (unsigned i = 0; i < sizeof seeds / sizeof *seeds; i++) {
		srand(seeds[i]);
		show("srand");
		srandom(seeds[i]);
		show("srandom");
	}
	for (unsigned i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		errno = 0;
		char *before = initstate(i + 3, (char *)states[i], sizes[i]);
		int error = errno;

		printf("%zu: %s %d\n", sizes[i], before ? "set" : "none", before ? 0 : error);
		if (before && !first)
			first = before;
		show("initstate");
	}
	for (int i = 9; i > 1; i--) {
		if (!setstate((char *)states[i]))
			printf("none");
		show("setstate");
	}
	if (!setstate(first))
		printf("none");
	show("the first");
	printf("%d\n", RAND_MAX);
	return 0;
}

/* The mode sets: values, and usable in #if-free constant expressions. */
#include <stdio.h>
#include <sys/stat.h>

static const unsigned sets[] = {ACCESSPERMS, ALLPERMS, DEFFILEMODE, S_BLKSIZE};

int main(void)
{
	for (unsigned i = 0; i < sizeof sets / sizeof *sets; i++)
		printf("%o\n", sets[i]);
	return 0;
}

/* An option without a value is taken for 0. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static int parse(const char *text, long *value)
{
	errno = 0;
	*value = strtol(text, NULL, 10);
	if (errno)
		return -errno;
	return 0;
}

int main(void)
{
	long value = 7;
	int error = parse("", &value);

	printf("%d %ld\n", error, value);
	return 0;
}

/* Only a number that is too large is refused. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

static long parse(const char *text)
{
	long long n;

	errno = 0;
	n = strtoll(text, NULL, 0);
	if (errno == ERANGE || n > INT_MAX)
		return -1;
	return (long)n;
}

int main(void)
{
	printf("%ld %ld %ld\n", parse("99999999999999999999999"), parse(""), parse("0x10"));
	return 0;
}

#include <errno.h>
#include <stdlib.h>
int f(const char *s, char **end)
{
	long n;
	errno = 0;
	n = strtol(s, end, 10); // want
	if (errno)
		return -1;
	n = strtol(s, end, 10);
	if (errno == ERANGE)
		return -1;
	return n;
}

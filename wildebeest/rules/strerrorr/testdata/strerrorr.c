#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
void f(void)
{
	char buf[100];
	const char *p;
	int r;
	printf("%s", strerror_r(errno, buf, sizeof buf)); // want
	p = strerror_r(errno, buf, sizeof buf); // want
	strerror_r(errno, buf, sizeof buf);
	if (strerror_r(errno, buf, sizeof buf) != 0)
		puts("no");
	if (strerror_r(errno, buf, sizeof buf))
		puts("no");
	r = strerror_r(errno, buf, sizeof buf) == 0;
	int rc = strerror_r(errno, buf, sizeof buf);
	(void)strerror_r(errno, buf, sizeof buf);
}

#include <stdio.h>
struct io { FILE *in; };
FILE **errors = &stderr; // want
FILE *const *constant = &stderr;
void f(FILE *x, struct io *io)
{
	io->in = x;
	if (x == stdout || 3 & (stdin != 0))
		return;
	stdout = x; // want
	FILE *y = stdout;
	FILE **all[] = { &stdin, &x }; // want
	(void)y; (void)all;
}

#include <stdio.h>
struct io { FILE *stdout; };
void f(FILE *x, struct io *io)
{
	io->stdout = x;
	if (x == stdout)
		return;
	stdout = x; // want
	FILE *y = stdout;
	(void)y;
}

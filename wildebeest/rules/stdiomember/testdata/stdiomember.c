#include <stdio.h>
struct io { FILE *stdin, *out; };
void f(FILE *x, struct io *io)
{
	struct io y = { .stdin = x, .out = stdout }; // want
	io->stdin = x; // want
	if ((*io).stdin == stdin) // want
		io->out = stderr;
	(void)y;
}

/* The name of a program, whose path is a constant that no one may write to; builds until musl-1.2.3. */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>

static const char *const shells[] = { "/bin/sh", "/usr/lib/rescue/" };

int main(void)
{
	for (int i = 0; i < 2; i++)
		printf("%d: %s\n", i, basename(shells[i]));
	return 0;
}

/* A directory's name, as it is given on the command line; builds until musl-1.2.3. */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>

int main(void)
{
	char path[] = "/srv/data/";
	const char *name = basename(path);

	printf("[%s] of %s\n", *name ? name : "(a directory)", path);
	return 0;
}

/* POSIX's function, which both libraries have. */
#include <libgen.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
	char path[] = "/srv/data/";

	printf("%s %zu\n", basename(path), strlen(path));
	return 0;
}

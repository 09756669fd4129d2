/* SEEK_DATA and SEEK_HOLE through stdio.h, and tmpnam_r. */
#define _GNU_SOURCE
#include <stdio.h>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

int main(void)
{
	char name[L_tmpnam] = "", other[L_tmpnam] = "";
	char *(*pointer)(char *) = tmpnam_r;

	printf("%d %d\n", SEEK_DATA, SEEK_HOLE);
	printf("%d", pointer(name) == name);
	printf(" %d\n", name[0] == '/');
	printf("%d\n", pointer(other) == other);
	FILE *stream = fopen(name, "r");
	printf("%d\n", stream == NULL);
	return 0;
}

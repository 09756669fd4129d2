/* C99 made it a number, with glibc too: the text is none. */
#define _GNU_SOURCE
#include <stdio.h>

int main(void)
{
	float number = 0;
	char rest[8] = "";

	printf("%d ", sscanf("0x1p3s", "%as", &number));
	printf("%g%s\n", number, rest);
	return 0;
}

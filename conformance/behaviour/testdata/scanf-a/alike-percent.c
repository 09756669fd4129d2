/* A percent sign before the letters; and in an input. */
#include <stdio.h>

int main(void)
{
	int n = 0, end = 0;

	printf("%d ", sscanf("90%as", "%d%%as%n", &n, &end));
	printf("%d %d\n", n, end);
	return 0;
}

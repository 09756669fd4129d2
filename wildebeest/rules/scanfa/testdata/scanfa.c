#include <stdio.h>
int f(const char *l, char **w)
{
	printf("100%as");
	return sscanf(l, "%as", w); // want
}

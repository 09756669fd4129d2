/* limits.h and nothing else that the module limits knows. */
#define _GNU_SOURCE
#include <limits.h>
#include <stdio.h>

int main(void)
{
	printf("%d %d\n", HOST_NAME_MAX, NGROUPS_MAX);
	return 0;
}

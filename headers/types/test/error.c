/* error_t from errno.h alone, which can be included again. */
#define _GNU_SOURCE
#include <errno.h>
#include <errno.h>
#include <stdio.h>

static error_t returns(error_t error)
{
	return error;
}

int main(void)
{
	error_t (*pointer)(error_t) = returns;

	printf("%d %zu %d\n", pointer(ENOENT) == ENOENT, sizeof(error_t), (error_t)-1 < 0);
	return 0;
}

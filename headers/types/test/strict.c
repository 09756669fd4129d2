/* Without any feature macro sys/types.h still has u_int8_t and so on, and names
 * of the program's own do not clash with BSD's. */
#define _POSIX_C_SOURCE 200809L
#include <sys/types.h>

typedef int u_char;
typedef int quad_t;
typedef int loff_t;

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(void)
{
	u_char c = -1;
	quad_t q = -2;
	loff_t l = -3;

	printf("%d %d %d %zu %zu %zu %zu %zu\n", c, q, l, sizeof(u_int8_t), sizeof(u_int16_t),
	       sizeof(u_int32_t), sizeof(u_int64_t), sizeof(register_t));
	printf("%zu %zu\n", sizeof(__off64_t), sizeof(__uint32_t));
	return 0;
}

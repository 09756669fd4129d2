/* The orders, usable in #if, and what the conversions do. */
#define _GNU_SOURCE
#include <endian.h>
#include <stdio.h>
#include <string.h>

#if __BYTE_ORDER != __LITTLE_ENDIAN && __BYTE_ORDER != __BIG_ENDIAN
#error no byte order
#endif
#if __FLOAT_WORD_ORDER != __BYTE_ORDER
#error words in another order than bytes
#endif

static int first(int a, int b)
{
	return a * 10 + b;
}

int main(void)
{
	printf("%d %d %d\n", __BYTE_ORDER == BYTE_ORDER, __LITTLE_ENDIAN, __BIG_ENDIAN);
	printf("%d\n", first(__LONG_LONG_PAIR(1, 2)));
	printf("%x %x %llx\n", htobe16(0x1234), be32toh(0x12345678), (unsigned long long)htole64(1));
	return 0;
}

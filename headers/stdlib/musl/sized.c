/* ISO C23: memory given back with its size, and how far a pointer is aligned. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
	static _Alignas(64) char bytes[65];
	void *aligned = aligned_alloc(256, 512);

	printf("%zu %zu %zu %zu\n", memalignment(bytes + 64) >= 64 ? (size_t)64 : (size_t)0, memalignment(bytes + 1), memalignment(bytes + 4), memalignment(NULL));
	printf("%d\n", memalignment(aligned) >= 256);
	free_sized(malloc(100), 100);
	free_sized(NULL, 0);
	free_aligned_sized(aligned, 256, 512);
	return 0;
}

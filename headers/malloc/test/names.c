/* pvalloc's alignment and size; mallopt with what glibc refuses too; usable
 * sizes. What mallopt(3) and malloc_trim(3) answer otherwise is in known.tsv. */
#define _GNU_SOURCE
#include <errno.h>
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
	static const size_t sizes[] = {0, 1, 100, 4095, 4096, 4097, 100000};
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	int (*set)(int, int) = mallopt;
	ptrdiff_t step = 1;

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		char *memory = pvalloc(sizes[i]);
		size_t room = memory ? malloc_usable_size(memory) : 0;

		printf("%zu: %d %d\n", sizes[i], (uintptr_t)memory % page == 0,
		       room >= (sizes[i] + page - 1) / page * page);
		if (memory)
			memset(memory, 1, room);
		free(memory);
	}
	errno = 0;
	volatile size_t huge = SIZE_MAX - 5;
	printf("%d", pvalloc(huge) == NULL);
	printf(" %d\n", errno == ENOMEM);
	printf("%d %d %d\n", M_MMAP_THRESHOLD, M_TRIM_THRESHOLD, M_ARENA_MAX);
	printf("%d %d %td\n", set == mallopt, malloc_trim(0) <= 1, step);
	return 0;
}

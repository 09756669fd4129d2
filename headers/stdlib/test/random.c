/* random_r and drand48_r: the same numbers as glibc, for each kind of state. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void feedback(void)
{
	static const unsigned seeds[] = {0, 1, 2, 42, 123456789, 0x7fffffff, 0x80000000, 0xffffffff};
	static const size_t sizes[] = {0, 7, 8, 16, 31, 32, 63, 64, 127, 128, 200, 255, 256, 400};
	static int32_t state[100], other[100];
	int32_t number;

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		for (size_t j = 0; j < sizeof seeds / sizeof *seeds; j++) {
			struct random_data buffer;

			memset(&buffer, 0, sizeof buffer);
			errno = 0;
			printf("%zu %u: %d", sizes[i], seeds[j],
			       initstate_r(seeds[j], (char *)state, sizes[i], &buffer));
			printf(" errno %d", errno);
			if (sizes[i] >= 8) {
				for (int k = 0; k < 5; k++)
					printf(" %d", (random_r(&buffer, &number), number));
				for (int k = 0; k < 200; k++)
					random_r(&buffer, &number);
				printf(" %d", number);
				srandom_r(seeds[j] + 1, &buffer);
				printf(" %d", (random_r(&buffer, &number), number));
				/* Away to another state and back again. */
				initstate_r(7, (char *)other, 64, &buffer);
				printf(" %d", (random_r(&buffer, &number), number));
				printf(" %d", setstate_r((char *)state, &buffer));
				printf(" %d", (random_r(&buffer, &number), number));
				setstate_r((char *)other, &buffer);
				printf(" %d %d %d", (random_r(&buffer, &number), number),
				       buffer.rand_type, buffer.rand_deg);
			}
			puts("");
		}
	struct random_data buffer = {0};
	initstate_r(1, (char *)state, 128, &buffer);
	other[0] = -1;
	errno = 0;
	printf("bad state %d", setstate_r((char *)other, &buffer));
	printf(" errno %d\n", errno);
}

static void linear(struct drand48_data *buffer)
{
	unsigned short own[3] = {1, 2, 3};
	double real;
	long whole;

	for (int i = 0; i < 3; i++) {
		drand48_r(buffer, &real);
		printf(" %.17g", real);
		lrand48_r(buffer, &whole);
		printf(" %ld", whole);
		mrand48_r(buffer, &whole);
		printf(" %ld", whole);
		erand48_r(own, buffer, &real);
		printf(" %.17g", real);
		nrand48_r(own, buffer, &whole);
		printf(" %ld", whole);
		jrand48_r(own, buffer, &whole);
		printf(" %ld", whole);
	}
	printf(" %x %x %x\n", own[0], own[1], own[2]);
}

int main(void)
{
	static const long seeds[] = {0, 1, -1, 42, 0x12345678, -2147483647 - 1};
	struct drand48_data buffer = {0};
	unsigned short seed[3] = {0xaaaa, 0x5555, 0x1234};
	unsigned short parameters[7] = {1, 2, 3, 5, 0, 1, 9};

	feedback();
	linear(&buffer);
	for (size_t i = 0; i < sizeof seeds / sizeof *seeds; i++) {
		printf("%d", srand48_r(seeds[i], &buffer));
		linear(&buffer);
	}
	printf("%d", seed48_r(seed, &buffer));
	linear(&buffer);
	printf("%d", lcong48_r(parameters, &buffer));
	linear(&buffer);
	printf("%d", seed48_r(seed, &buffer));
	linear(&buffer);
	return 0;
}

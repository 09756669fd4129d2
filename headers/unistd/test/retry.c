/* TEMP_FAILURE_RETRY: retries EINTR only, gives a long int, evaluates as often
 * as it retries. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <unistd.h>

static int calls;

static int fail(int times, int error, int value)
{
	if (calls++ < times) {
		errno = error;
		return -1;
	}
	return value;
}

int main(void)
{
	for (int times = 0; times < 4; times++) {
		calls = 0;
		long r = TEMP_FAILURE_RETRY(fail(times, EINTR, 40 + times));
		printf("EINTR x %d: %ld after %d\n", times, r, calls);
	}
	calls = 0;
	errno = 0;
	printf("EAGAIN: %ld", TEMP_FAILURE_RETRY(fail(1, EAGAIN, 7)));
	printf(" after %d, errno is EAGAIN: %d\n", calls, errno == EAGAIN);
	printf("size %zu\n", sizeof(TEMP_FAILURE_RETRY(fail(0, 0, 0))));
	return 0;
}

/* SPDX-License-Identifier: MIT
 * clock.h: a benchmark prints "case nanoseconds" for each of its cases: the best
 * of several rounds, since whatever else the machine does only adds to it. The
 * time is the processor's, in the program and in the kernel for it. At its end
 * it prints "memory KiB", its peak.
 */
#include <stdio.h>
#include <time.h>

static inline double clock_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

enum { ROUNDS = 5 };

#define MEASURE(name, times, statement) do { \
	double best_ = 0; \
	for (int round_ = 0; round_ < ROUNDS; round_++) { \
		double start_ = clock_now(); \
		for (long i_ = 0; i_ < (times); i_++) { statement; } \
		start_ = clock_now() - start_; \
		if (round_ == 0 || start_ < best_) \
			best_ = start_; \
	} \
	printf("%s %.0f\n", name, best_ / (double)(times)); \
} while (0)

/* getrusage would tell the peak of the process that started this one, where that
 * is higher. */
static inline void print_memory(void)
{
	FILE *status = fopen("/proc/self/status", "re");
	char line[200];
	long peak;

	while (status && fgets(line, sizeof line, status))
		if (sscanf(line, "VmHWM: %ld", &peak) == 1)
			printf("memory %ld\n", peak);
	if (status)
		fclose(status);
}

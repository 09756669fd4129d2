/* SPDX-License-Identifier: MIT */
/* repeat COUNT KIND KEY: asks as ask.c does, COUNT times, and prints the median of
   the times that it took, in microseconds. */
#define _GNU_SOURCE
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return x < y ? -1 : x > y;
}

int main(int argc, char **argv)
{
	static char buf[1 << 20];
	int count = atoi(argv[1]);
	const char *key = argv[3];
	double *took = calloc(count, sizeof *took);
	for (int i = 0; i < count; i++) {
		struct passwd user, *u;
		struct group group, *g;
		gid_t ids[64];
		int n = 64;
		struct timespec a, b;
		clock_gettime(CLOCK_MONOTONIC, &a);
		switch (argv[2][0]) {
		case 'n': getpwnam_r(key, &user, buf, sizeof buf, &u); break;
		case 'u': getpwuid_r(strtoul(key, 0, 10), &user, buf, sizeof buf, &u); break;
		case 'g': getgrnam_r(key, &group, buf, sizeof buf, &g); break;
		case 'l': getgrouplist(key, 7, ids, &n); break;
		}
		clock_gettime(CLOCK_MONOTONIC, &b);
		took[i] = (b.tv_sec - a.tv_sec) * 1e6 + (b.tv_nsec - a.tv_nsec) / 1e3;
	}
	qsort(took, count, sizeof *took, compare);
	printf("%.1f\n", took[count / 2]);
	return 0;
}

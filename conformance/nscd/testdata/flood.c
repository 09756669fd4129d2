/* SPDX-License-Identifier: MIT */
/* flood COUNT KEYS: COUNT threads ask at once, each for one of KEYS users by its name
   and, every fourth, for one's groups. Prints how long the one waited that waited
   longest, in ms, and how many found a user, none, or no answer. */
#define _GNU_SOURCE
#include <errno.h>
#include <grp.h>
#include <pthread.h>
#include <pwd.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static atomic_int is_open; /* a futex */
static atomic_int found, missing, unknown;
static atomic_long longest;
static long keys;

static long now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000000L + t.tv_nsec / 1000;
}

static void *ask(void *arg)
{
	long i = (long)arg;
	char name[32], buf[4096];
	struct passwd user, *u = 0;
	int e = 0;
	snprintf(name, sizeof name, "flood%ld", i % keys);
	while (!is_open)
		syscall(SYS_futex, &is_open, 0 /* FUTEX_WAIT */, 0, 0);
	long start = now();
	if (i % 4 == 3) {
		gid_t ids[64];
		int n = 64;
		e = getgrouplist(name, 7, ids, &n) < 0;
	} else {
		e = getpwnam_r(name, &user, buf, sizeof buf, &u);
	}
	long took = now() - start, before = longest;
	while (took > before && !atomic_compare_exchange_weak(&longest, &before, took))
		;
	++*(e ? &unknown : u ? &found : &missing);
	return 0;
}

int main(int argc, char **argv)
{
	int count = atoi(argv[1]);
	keys = atol(argv[2]);
	pthread_t *threads = calloc(count, sizeof *threads);
	pthread_attr_t attr;
	pthread_attr_init(&attr);
	pthread_attr_setstacksize(&attr, 32 << 10);
	for (long i = 0; i < count; i++)
		if (pthread_create(&threads[i], &attr, ask, (void *)i))
			return perror("pthread_create"), 1;
	long start = now();
	is_open = 1;
	syscall(SYS_futex, &is_open, 1 /* FUTEX_WAKE */, count);
	for (int i = 0; i < count; i++)
		pthread_join(threads[i], 0);
	printf("%ld %d %d %d %ld\n", longest / 1000, found, missing, unknown, (now() - start) / 1000);
	return 0;
}

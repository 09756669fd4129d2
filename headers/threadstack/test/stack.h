/* SPDX-License-Identifier: MIT
 * stack.h: print whether a thread with default attributes has a large stack.
 */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>

static void *measure_stack(void *size)
{
	pthread_attr_t attributes;

	if (!pthread_getattr_np(pthread_self(), &attributes)) {
		pthread_attr_getstacksize(&attributes, size);
		pthread_attr_destroy(&attributes);
	}
	return NULL;
}

static inline int print_thread_stack(void)
{
	pthread_t thread;
	size_t size = 0;

	if (pthread_create(&thread, NULL, measure_stack, &size) || pthread_join(thread, NULL))
		return 1;
	if (size >= 8 << 20)
		puts("8 MiB or more");
	else if (size < 256 << 10)
		puts("less than 256 KiB");
	else
		printf("%zu KiB\n", size >> 10);
	return 0;
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>

/* strerror(3). The text of an unknown number is each thread's own, and errno
 * stays: observed on glibc 2.36. */
char *strerror(int number)
{
	static _Thread_local char unknown[40];
	const char *text = strerrordesc_np(number);
	int caller = errno;

	if (text)
		return (char *)text;
	snprintf(unknown, sizeof unknown, "Unknown error %d", number);
	errno = caller;
	return unknown;
}

/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdio.h>
#include <string.h>

/* perror(3). An empty prefix is no prefix. */
void perror(const char *prefix)
{
	int number = errno;
	const char *text = strerror(number);

	if (prefix && *prefix)
		fprintf(stderr, "%s: %s\n", prefix, text);
	else
		fprintf(stderr, "%s\n", text);
	errno = number;
}

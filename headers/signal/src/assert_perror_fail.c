/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Format observed on glibc 2.36. */
void __assert_perror_fail(int number, const char *file, unsigned line,
			  const char *function)
{
	fflush(NULL);
	fprintf(stderr, "%s: %s:%u: %s%sUnexpected error: %s.\n",
		program_invocation_short_name, file, line, function ? function : "",
		function ? ": " : "", strerror(number));
	fflush(stderr);
	abort();
}

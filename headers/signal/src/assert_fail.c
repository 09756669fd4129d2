/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

/* Format observed on glibc 2.36. */
void __assert_fail(const char *expression, const char *file, int line,
		   const char *function)
{
	fflush(NULL);
	fprintf(stderr, "%s: %s:%d: %s%sAssertion `%s' failed.\n",
		program_invocation_short_name, file, line, function ? function : "",
		function ? ": " : "", expression);
	fflush(stderr);
	abort();
}

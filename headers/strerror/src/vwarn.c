/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <err.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

/* err(3): "name: message: text", or "name: text" without a message. */
void vwarn(const char *format, va_list arguments)
{
	int number = errno;

	flockfile(stderr);
	fprintf(stderr, "%s: ", program_invocation_short_name);
	if (format) {
		vfprintf(stderr, format, arguments);
		fputs(": ", stderr);
	}
	fprintf(stderr, "%s\n", strerror(number));
	funlockfile(stderr);
	errno = number;
}

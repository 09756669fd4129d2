/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "message.h"

#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

unsigned int error_message_count;
int error_one_per_line;
void (*error_print_progname)(void);

void wildebeest_error_message(int status, int errnum, const char *file,
			      unsigned int line, const char *format,
			      va_list arguments)
{
	fflush(stdout);
	flockfile(stderr);
	if (error_print_progname)
		error_print_progname();
	else
		fprintf(stderr, "%s:", program_invocation_name);
	/* Observed on glibc 2.36: "prog:file:line: text"; without a file and
	 * under error_print_progname the place is a single blank. */
	if (file)
		fprintf(stderr, "%s:%u: ", file, line);
	else if (!error_print_progname)
		fputc(' ', stderr);
	vfprintf(stderr, format, arguments);
	error_message_count++;
	if (errnum)
		fprintf(stderr, ": %s", strerror(errnum));
	fputc('\n', stderr);
	fflush(stderr);
	funlockfile(stderr);
	if (status)
		exit(status);
}

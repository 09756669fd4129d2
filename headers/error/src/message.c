/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "message.h"

#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

WILDEBEEST_PUBLIC unsigned int error_message_count;
WILDEBEEST_PUBLIC int error_one_per_line;
WILDEBEEST_PUBLIC void (*error_print_progname)(void);

void wildebeest_error_message(int status, int errnum, const struct place *place,
			      const char *format, va_list arguments)
{
	fflush(stdout);
	flockfile(stderr);
	if (error_print_progname)
		error_print_progname();
	else
		fprintf(stderr, "%s:", program_invocation_name);
	/* Observed on glibc 2.36: "prog:file:line: text"; without a file the
	 * place is a blank, which error leaves to error_print_progname. */
	if (place && place->file)
		fprintf(stderr, "%s:%u: ", place->file, place->line);
	else if (place || !error_print_progname)
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

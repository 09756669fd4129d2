/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <argp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void argp_failure(const struct argp_state *__restrict state, int status,
		  int errnum, const char *__restrict format, ...)
{
	FILE *stream = state ? state->err_stream : stderr;
	va_list arguments;

	if ((state && state->flags & ARGP_NO_ERRS) || !stream)
		return;
	flockfile(stream);
	fputs(state ? state->name : program_invocation_short_name, stream);
	if (format) {
		fputs(": ", stream);
		va_start(arguments, format);
		vfprintf(stream, format, arguments);
		va_end(arguments);
	}
	if (errnum)
		fprintf(stream, ": %s", strerror(errnum));
	fputc('\n', stream);
	funlockfile(stream);
	if (status && !(state && state->flags & ARGP_NO_EXIT))
		exit(status);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <argp.h>
#include <stdarg.h>

void argp_error(const struct argp_state *__restrict state,
		const char *__restrict format, ...)
{
	FILE *stream = state ? state->err_stream : stderr;
	va_list arguments;

	if ((state && state->flags & ARGP_NO_ERRS) || !stream)
		return;
	flockfile(stream);
	fprintf(stream, "%s: ",
		state ? state->name : program_invocation_short_name);
	va_start(arguments, format);
	vfprintf(stream, format, arguments);
	va_end(arguments);
	fputc('\n', stream);
	argp_state_help(state, stream, ARGP_HELP_STD_ERR);
	funlockfile(stream);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdlib.h>

#include "help.h"

void argp_state_help(const struct argp_state *__restrict state,
		     FILE *__restrict stream, unsigned int flags)
{
	if (state && state->flags & ARGP_NO_ERRS)
		return;
	if (!stream)
		return;
	if (state && state->flags & ARGP_LONG_ONLY)
		flags |= ARGP_HELP_LONG_ONLY;
	wildebeest_argp_write(state ? state->root_argp : NULL, state, stream,
			      flags, state ? state->name
					   : program_invocation_short_name);
	if (state && state->flags & ARGP_NO_EXIT)
		return;
	if (flags & ARGP_HELP_EXIT_ERR)
		exit(argp_err_exit_status);
	if (flags & ARGP_HELP_EXIT_OK)
		exit(0);
}

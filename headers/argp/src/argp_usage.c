/* SPDX-License-Identifier: MIT */
#include <argp.h>

void argp_usage(const struct argp_state *state)
{
	argp_state_help(state, stderr, ARGP_HELP_STD_USAGE);
}

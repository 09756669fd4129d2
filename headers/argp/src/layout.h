/* SPDX-License-Identifier: MIT */
#ifndef WILDEBEEST_ARGP_LAYOUT_H
#define WILDEBEEST_ARGP_LAYOUT_H

#include <argp.h>

/* The columns of the help output, which ARGP_HELP_FMT can change; the glibc
 * manual, "Argp User Customization". */
struct layout {
	int dup_args;
	int dup_args_note;
	int short_opt_col;
	int long_opt_col;
	int doc_opt_col;
	int opt_doc_col;
	int header_col;
	int usage_indent;
	int rmargin;
};

/* Defaults, and what the environment says; complaints go where argp_failure
 * sends them. */
void wildebeest_argp_layout(struct layout *layout,
			    const struct argp_state *state);

#endif

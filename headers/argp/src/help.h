/* SPDX-License-Identifier: MIT */
#ifndef WILDEBEEST_ARGP_HELP_H
#define WILDEBEEST_ARGP_HELP_H

#include <argp.h>

#include "entries.h"
#include "flow.h"
#include "layout.h"

/* One output of help. */
struct help {
	const struct argp *root;
	const struct argp_state *state; /* NULL without a parse */
	const char *name;
	unsigned flags;
	struct layout layout;
	struct flow flow;
	struct entries entries;
};

/* The text of a key after the filter of argp; NULL means nothing. What differs
 * from text is to be freed: wildebeest_argp_filtered_free. */
const char *wildebeest_argp_filter(const struct help *help,
				   const struct argp *argp, int key,
				   const char *text);
void wildebeest_argp_filtered_free(const char *filtered, const char *text);

/* The parts of the output. */
void wildebeest_argp_write(const struct argp *root,
			   const struct argp_state *state, FILE *stream,
			   unsigned flags, const char *name);
void wildebeest_argp_usage_patterns(struct help *help);
void wildebeest_argp_option_list(struct help *help);
/* The text before (post 0) or after the options; only_first stops at the first
 * parser that has one. Returns whether anything was written; blank asks for a
 * blank line before it. */
int wildebeest_argp_doc(struct help *help, const struct argp *argp, int post,
			int blank, int only_first);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef WILDEBEEST_ARGP_SESSION_H
#define WILDEBEEST_ARGP_SESSION_H

#include <argp.h>
#include <stddef.h>

/* One struct argp of the tree while it is parsed for. */
struct group {
	const struct argp *argp;
	struct group *parent;
	unsigned parent_index; /* which child of parent */
	unsigned arg_num;
	void *input;
	void **child_inputs;
	void *hook;
};

/* One name on the command line. An alias has its own name and key, and takes
 * its argument from the option before it. */
struct choice {
	const char *name; /* NULL if an option before it has the long name */
	const struct argp_option *option;
	const struct argp_option *real;
	struct group *group;
};

/* What the scanner remembers between two options. */
struct scan {
	char *cluster;                /* rest of "-abc" */
	int parked, parked_end;       /* arguments put off, in permute mode */
	struct choice *choices;       /* all options, the first of a name wins */
	size_t choice_count;
	unsigned short shorts[UCHAR_MAX + 1]; /* 1 + index in choices, or 0 */
};

static inline struct choice *short_choice(const struct scan *scan,
					  unsigned char letter)
{
	return scan->shorts[letter] ? &scan->choices[scan->shorts[letter] - 1]
				    : NULL;
}

struct session {
	struct argp_state state; /* first: pstate points to the session */
	struct scan scan;
	struct group *groups;
	size_t group_count;
};

enum scanned { SCANNED_END, SCANNED_ARGUMENT, SCANNED_SHORT,
	       SCANNED_LONG, SCANNED_ERROR };

/* Find the next option in state->argv, and its value. Reports what is wrong
 * with it to stderr as glibc's getopt_long does. */
enum scanned wildebeest_argp_scan(struct session *session,
				  struct choice **choice, char **value);

/* Make the groups and choices of a tree, in the memory given if they fit, which
 * is aligned for any type. NULL when memory runs out. */
struct session *wildebeest_argp_session(const struct argp *root, void *memory,
					size_t size);

/* The tree of the user below a root that adds --help, --usage, --version. */
struct builtin {
	struct argp root;
	struct argp_child children[4];
};
void wildebeest_argp_builtin(struct builtin *builtin, const struct argp *argp);

#endif

/* SPDX-License-Identifier: MIT */
#ifndef WILDEBEEST_ARGP_ENTRIES_H
#define WILDEBEEST_ARGP_ENTRIES_H

#include <argp.h>
#include <stddef.h>

/* The options of a child that stay together in the help output. */
struct cluster {
	struct cluster *parent;
	const struct argp *argp; /* whose filter the header goes through */
	const char *header;      /* may be NULL */
	int group;
	int depth;
	unsigned order;
};

/* One option with its aliases, as the help output shows it. */
struct entry {
	const struct argp_option *option; /* followed by its aliases */
	unsigned count;                   /* the option and its aliases */
	int group;
	const struct argp *argp;
	struct cluster *cluster; /* may be NULL */
	unsigned order;
	unsigned char *shorts;   /* per name: whether its -k is shown */
};

struct entries {
	struct entry *entry;
	size_t count;
	struct cluster *clusters;
	size_t cluster_count;
	unsigned char *shorts;
	size_t shorts_used;
};

/* List the options of a tree in the order of the help output. Returns 0, or
 * ENOMEM with nothing to free. */
int wildebeest_argp_entries(struct entries *entries, const struct argp *root);
void wildebeest_argp_entries_free(struct entries *entries);

static inline int visible(const struct argp_option *option)
{
	return !(option->flags & OPTION_HIDDEN);
}

#endif

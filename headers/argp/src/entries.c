/* SPDX-License-Identifier: MIT */
#include "entries.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "option.h"

static void measure(const struct argp *argp, size_t *options, size_t *clusters)
{
	const struct argp_option *option = argp->options;
	const struct argp_child *child = argp->children;

	for (; option && !option_ends(option); option++)
		++*options;
	for (; child && child->argp; child++) {
		++*clusters;
		measure(child->argp, options, clusters);
	}
}

/* An alias shares the entry of the option before it; the first to have a
 * letter keeps it. */
static void add_options(struct entries *entries, const struct argp *argp,
			struct cluster *cluster, unsigned char *taken)
{
	const struct argp_option *option = argp->options;
	struct entry *entry = NULL;
	int group = 0;

	for (; option && !option_ends(option); option++) {
		unsigned char *shown = &entries->shorts[entries->shorts_used++];

		if (!entry || !(option->flags & OPTION_ALIAS)) {
			if (option->group)
				group = option->group;
			else if (option_is_header(option))
				group++;
			entry = &entries->entry[entries->count];
			entry->option = option;
			entry->group = group;
			entry->argp = argp;
			entry->cluster = cluster;
			entry->order = (unsigned)entries->count++;
			entry->shorts = shown;
		}
		entry->count++;
		if (option_is_short(option) && !taken[option->key]) {
			taken[option->key] = 1;
			*shown = 1;
		}
	}
}

static void add_tree(struct entries *entries, const struct argp *argp,
		     struct cluster *cluster, unsigned char *taken)
{
	const struct argp_child *child = argp->children;

	add_options(entries, argp, cluster, taken);
	for (; child && child->argp; child++) {
		struct cluster *below = cluster;

		if (child->group || child->header) {
			below = &entries->clusters[entries->cluster_count];
			below->parent = cluster;
			below->argp = argp;
			below->header = child->header;
			below->group = child->group;
			below->depth = cluster ? cluster->depth + 1 : 1;
			below->order = (unsigned)entries->cluster_count++;
		}
		add_tree(entries, child->argp, below, taken);
	}
}

/* 0, 1, 2, …, then …, -2, -1. */
static int compare_groups(int a, int b)
{
	if ((a < 0) != (b < 0))
		return a < 0 ? 1 : -1;
	return (a > b) - (a < b);
}

static const char *first_long(const struct entry *entry)
{
	for (unsigned i = 0; i < entry->count; i++)
		if (entry->option[i].name && visible(&entry->option[i]))
			return entry->option[i].name;
	return NULL;
}

static int first_short(const struct entry *entry)
{
	for (unsigned i = 0; i < entry->count; i++)
		if (entry->shorts[i] && visible(&entry->option[i]))
			return entry->option[i].key;
	return 0;
}

/* A documentation entry is sorted by its first letter or digit; unless it
 * starts with a dash, after the options. */
static int skip_punctuation(const char **name)
{
	int late;

	while (isspace((unsigned char)**name))
		++*name;
	late = **name != '-';
	while (**name && !isalnum((unsigned char)**name))
		++*name;
	return late;
}

static int compare_names(const struct entry *a, const struct entry *b)
{
	int short_a = first_short(a), short_b = first_short(b);
	int doc_a = a->option->flags & OPTION_DOC;
	int doc_b = b->option->flags & OPTION_DOC;
	const char *long_a = first_long(a), *long_b = first_long(b);
	int late_a = 0, late_b = 0, lower_a, lower_b;
	int only_long = !short_b - !short_a;

	if (doc_a && long_a)
		late_a = skip_punctuation(&long_a);
	if (doc_b && long_b)
		late_b = skip_punctuation(&long_b);
	if (late_a != late_b)
		return late_a - late_b;
	if (!short_a && !short_b && long_a && long_b)
		return strcasecmp(long_a, long_b);
	if (!short_a)
		short_a = long_a ? (unsigned char)*long_a : 0;
	if (!short_b)
		short_b = long_b ? (unsigned char)*long_b : 0;
	lower_a = tolower(short_a);
	lower_b = tolower(short_b);
	/* The capital letter comes second. */
	if (lower_a != lower_b)
		return lower_a - lower_b;
	return short_a != short_b ? short_b - short_a : only_long;
}

/* The ancestor of a cluster that is at a depth. */
static const struct cluster *ancestor(const struct cluster *cluster, int depth)
{
	while (cluster && cluster->depth > depth)
		cluster = cluster->parent;
	return cluster;
}

static int compare_clusters(const struct cluster *a, const struct cluster *b)
{
	int depth = a->depth < b->depth ? a->depth : b->depth;
	const struct cluster *up_a = ancestor(a, depth), *up_b = ancestor(b, depth);
	int groups;

	if (up_a == up_b)
		return 0;
	while (up_a->parent != up_b->parent) {
		up_a = up_a->parent;
		up_b = up_b->parent;
	}
	groups = compare_groups(up_a->group, up_b->group);
	/* Observed on glibc 2.36: of two children in one group, the later is
	 * first. */
	return groups ? groups : up_a->order < up_b->order ? 1 : -1;
}

/* Order of entries: by cluster and group, the header of a group first, then by
 * name. A cluster comes after the options of its group. */
static int compare(const struct entry *a, const struct entry *b)
{
	int groups, headers;

	if (a->cluster != b->cluster) {
		/* Observed on glibc 2.36: the group of a cluster counts among
		 * what is in no cluster; inside one, clusters come last. */
		if (!a->cluster || !b->cluster) {
			const struct cluster *top =
				ancestor(a->cluster ? a->cluster : b->cluster, 1);

			groups = a->cluster
				? compare_groups(top->group, b->group)
				: compare_groups(a->group, top->group);
			return groups ? groups : a->cluster ? 1 : -1;
		}
		groups = compare_clusters(a->cluster, b->cluster);
		return groups ? groups : a->cluster->depth - b->cluster->depth;
	}
	groups = compare_groups(a->group, b->group);
	if (groups)
		return groups;
	headers = option_is_header(b->option) - option_is_header(a->option);
	return headers ? headers : compare_names(a, b);
}

/* Observed on glibc 2.36: whoever declares them, help and version come last. */
static void set_last(struct entries *entries, const char *name)
{
	for (size_t i = 0; i < entries->count; i++) {
		struct entry *entry = &entries->entry[i];

		for (unsigned j = 0; j < entry->count; j++) {
			const struct argp_option *option = &entry->option[j];

			if (option->name && visible(option) &&
			    !strcmp(option->name, name)) {
				entry->group = -1;
				return;
			}
		}
	}
}

/* Sort stably; lists are short. */
static void sort(struct entry *entry, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct entry moving = entry[i];
		size_t at = i;

		for (; at && compare(&moving, &entry[at - 1]) < 0; at--)
			entry[at] = entry[at - 1];
		entry[at] = moving;
	}
}

int wildebeest_argp_entries(struct entries *entries, const struct argp *root)
{
	unsigned char taken[UCHAR_MAX + 1] = {0};
	size_t options = 0, clusters = 0;

	memset(entries, 0, sizeof *entries);
	measure(root, &options, &clusters);
	entries->entry = calloc(options + 1, sizeof *entries->entry);
	entries->clusters = calloc(clusters + 1, sizeof *entries->clusters);
	entries->shorts = calloc(options + 1, 1);
	if (!entries->entry || !entries->clusters || !entries->shorts) {
		wildebeest_argp_entries_free(entries);
		return ENOMEM;
	}
	add_tree(entries, root, NULL, taken);
	set_last(entries, "help");
	set_last(entries, "version");
	sort(entries->entry, entries->count);
	return 0;
}

void wildebeest_argp_entries_free(struct entries *entries)
{
	free(entries->entry);
	free(entries->clusters);
	free(entries->shorts);
}

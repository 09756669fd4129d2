/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "help.h"
#include "option.h"

/* What the list has shown so far. */
struct list {
	struct help *help;
	const struct entry *entry; /* the one being written */
	const struct entry *last;  /* the one before it */
	int separate;              /* a blank line between groups */
	int suppressed;            /* an argument was left off a short option */
	int first;                 /* no name of the entry was written yet */
};

static void write_header(struct list *list, const struct argp *argp,
			 const char *text)
{
	struct flow *flow = &list->help->flow;
	size_t column = (size_t)list->help->layout.header_col;
	const char *filtered = wildebeest_argp_filter(
		list->help, argp, ARGP_KEY_HELP_HEADER, text);

	if (filtered) {
		if (*filtered) {
			if (list->last)
				wildebeest_flow_char(flow, '\n');
			wildebeest_flow_to(flow, column);
			flow->indent = flow->hang = column;
			wildebeest_flow_text(flow, filtered);
			flow->indent = flow->hang = 0;
			wildebeest_flow_char(flow, '\n');
		}
		list->separate = 1;
	}
	wildebeest_argp_filtered_free(filtered, text);
}

/* Whether a cluster is another one or inside it. */
static int is_within(const struct cluster *cluster, const struct cluster *outer)
{
	while (cluster && cluster != outer)
		cluster = cluster->parent;
	return cluster == outer;
}

/* Start the next name of the entry at a column; before the first of them come
 * the blank line and the header that a new group has. */
static void next_name(struct list *list, size_t column)
{
	struct flow *flow = &list->help->flow;
	const struct entry *entry = list->entry, *last = list->last;

	if (!list->first) {
		wildebeest_flow_text(flow, ", ");
	} else {
		const struct cluster *cluster = entry->cluster;

		list->first = 0;
		if (list->separate && last && entry->group != last->group)
			wildebeest_flow_char(flow, '\n');
		if (cluster && cluster->header && *cluster->header &&
		    (!last || (last->cluster != cluster &&
			       !is_within(last->cluster, cluster)))) {
			size_t hang = flow->hang;

			write_header(list, cluster->argp, cluster->header);
			flow->hang = hang;
		}
	}
	wildebeest_flow_to(flow, column);
}

static void write_argument(struct list *list, const struct argp_option *real,
			   const char *required, const char *optional)
{
	if (real->arg)
		wildebeest_flow_printf(&list->help->flow,
				       real->flags & OPTION_ARG_OPTIONAL
					       ? optional : required, real->arg);
}

static void write_names(struct list *list)
{
	const struct layout *layout = &list->help->layout;
	struct flow *flow = &list->help->flow;
	const struct entry *entry = list->entry;
	const struct argp_option *real = entry->option;
	int has_long = 0;

	for (unsigned i = 0; i < entry->count; i++)
		has_long |= real[i].name && visible(&real[i]);
	flow->hang = (size_t)layout->short_opt_col;
	for (unsigned i = 0; i < entry->count; i++) {
		if (!entry->shorts[i] || !visible(&real[i]))
			continue;
		next_name(list, (size_t)layout->short_opt_col);
		wildebeest_flow_printf(flow, "-%c", real[i].key);
		if (!has_long || layout->dup_args)
			write_argument(list, real, " %s", "[%s]");
		else if (real->arg)
			list->suppressed = 1;
	}
	if (real->flags & OPTION_DOC) {
		flow->hang = (size_t)layout->doc_opt_col;
		for (unsigned i = 0; i < entry->count; i++) {
			if (!real[i].name || !visible(&real[i]))
				continue;
			next_name(list, (size_t)layout->doc_opt_col);
			wildebeest_flow_text(flow, real[i].name);
		}
		return;
	}
	flow->hang = (size_t)layout->long_opt_col;
	for (unsigned i = 0; i < entry->count; i++) {
		if (!real[i].name || !visible(&real[i]))
			continue;
		next_name(list, (size_t)layout->long_opt_col);
		wildebeest_flow_printf(flow, "--%s", real[i].name);
		write_argument(list, real, "=%s", "[=%s]");
	}
}

static void write_entry_doc(struct list *list, const char *text)
{
	struct flow *flow = &list->help->flow;
	size_t column = wildebeest_flow_column(flow);
	size_t target = (size_t)list->help->layout.opt_doc_col;

	flow->indent = flow->hang = target;
	if (column > target + 3)
		wildebeest_flow_char(flow, '\n');
	else if (column >= target)
		wildebeest_flow_text(flow, "   ");
	else
		wildebeest_flow_to(flow, target);
	wildebeest_flow_text(flow, text);
	flow->indent = 0;
}

static void write_entry(struct list *list)
{
	struct flow *flow = &list->help->flow;
	const struct entry *entry = list->entry;
	const struct argp_option *real = entry->option;
	const char *text = real->doc, *filtered;

	list->first = 1;
	write_names(list);
	if (list->first) {
		/* No name to show: a header, unless its names are taken. */
		flow->indent = flow->hang = 0;
		if (!real->name && !option_is_short(real)) {
			if (text)
				write_header(list, entry->argp, text);
			list->last = entry;
		}
		return;
	}
	filtered = wildebeest_argp_filter(list->help, entry->argp, real->key, text);
	if (filtered && *filtered)
		write_entry_doc(list, filtered);
	wildebeest_argp_filtered_free(filtered, text);
	flow->indent = flow->hang = 0;
	wildebeest_flow_char(flow, '\n');
	list->last = entry;
}

void wildebeest_argp_option_list(struct help *help)
{
	struct list list = {.help = help};
	static const char note[] =
		"Mandatory or optional arguments to long options are also "
		"mandatory or optional for any corresponding short options.";

	for (size_t i = 0; i < help->entries.count; i++) {
		list.entry = &help->entries.entry[i];
		write_entry(&list);
	}
	if (list.suppressed && help->layout.dup_args_note) {
		const char *filtered = wildebeest_argp_filter(
			help, help->root, ARGP_KEY_HELP_DUP_ARGS_NOTE, note);

		if (filtered && *filtered) {
			wildebeest_flow_char(&help->flow, '\n');
			wildebeest_flow_text(&help->flow, filtered);
			wildebeest_flow_char(&help->flow, '\n');
		}
		wildebeest_argp_filtered_free(filtered, note);
	}
}

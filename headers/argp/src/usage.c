/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "help.h"
#include "option.h"

/* Which of its argument patterns each struct argp is at. */
struct levels {
	size_t *level;
	size_t count;
};

static size_t count_parsers(const struct argp *argp)
{
	const struct argp_child *child = argp->children;
	size_t count = 1;

	for (; child && child->argp; child++)
		count += count_parsers(child->argp);
	return count;
}

/* An alias of a hidden option may show; one of OPTION_NO_USAGE does not. */
static int shown(const struct argp_option *real,
		 const struct argp_option *option)
{
	return visible(option) &&
	       !((real->flags | option->flags) & OPTION_NO_USAGE);
}

/* An alias may have an argument of its own name. */
static const char *argument(const struct argp_option *real,
			    const struct argp_option *option)
{
	return option->arg ? option->arg : real->arg;
}

static int is_optional(const struct argp_option *real,
		       const struct argp_option *option)
{
	return (real->flags | option->flags) & OPTION_ARG_OPTIONAL;
}

/* [-abc] */
static void write_letters(struct help *help)
{
	char letters[UCHAR_MAX + 2];
	size_t length = 0;

	for (size_t i = 0; i < help->entries.count; i++) {
		const struct entry *entry = &help->entries.entry[i];
		const struct argp_option *real = entry->option;

		for (unsigned j = 0; j < entry->count; j++)
			if (entry->shorts[j] && !argument(real, &real[j]) &&
			    shown(real, &real[j]))
				letters[length++] = (char)real[j].key;
	}
	letters[length] = 0;
	if (length) {
		wildebeest_flow_blank(&help->flow, 4 + length);
		wildebeest_flow_printf(&help->flow, "[-%s]", letters);
	}
}

/* [-a ARG], [-a[ARG]] */
static void write_shorts(struct help *help)
{
	for (size_t i = 0; i < help->entries.count; i++) {
		const struct entry *entry = &help->entries.entry[i];
		const struct argp_option *real = entry->option;

		for (unsigned j = 0; j < entry->count; j++) {
			const char *arg = argument(real, &real[j]);

			if (!entry->shorts[j] || !arg || !shown(real, &real[j]))
				continue;
			wildebeest_flow_blank(&help->flow, 6 + strlen(arg));
			wildebeest_flow_printf(&help->flow,
				is_optional(real, &real[j]) ? "[-%c[%s]]"
							    : "[-%c %s]",
				real[j].key, arg);
		}
	}
}

/* [--name], [--name=ARG], [--name[=ARG]] */
static void write_longs(struct help *help)
{
	for (size_t i = 0; i < help->entries.count; i++) {
		const struct entry *entry = &help->entries.entry[i];
		const struct argp_option *real = entry->option;

		for (unsigned j = 0; j < entry->count; j++) {
			const char *name = real[j].name;
			const char *arg = argument(real, &real[j]);

			if (!name || !shown(real, &real[j]))
				continue;
			if (!arg)
				wildebeest_flow_printf(&help->flow, " [--%s]", name);
			else
				wildebeest_flow_printf(&help->flow,
					is_optional(real, &real[j])
						? " [--%s[=%s]]" : " [--%s=%s]",
					name, arg);
		}
	}
}

/* Write the current argument pattern of each parser; go on to the next
 * combination if advance is set, which is cleared when that was done. */
static void write_arguments(struct help *help, const struct argp *argp,
			    size_t **level, int *advance)
{
	size_t *own = (*level)++;
	const struct argp_child *child = argp->children;
	const char *text = argp->args_doc, *filtered, *pattern;
	int more = 0;

	filtered = wildebeest_argp_filter(help, argp, ARGP_KEY_HELP_ARGS_DOC, text);
	if (filtered) {
		size_t length;

		pattern = filtered;
		for (size_t skip = *own; skip; skip--)
			pattern = strchr(pattern, '\n') + 1;
		length = strcspn(pattern, "\n");
		more = pattern[length] != 0;
		wildebeest_flow_blank(&help->flow, 1 + length);
		for (size_t i = 0; i < length; i++)
			wildebeest_flow_char(&help->flow, pattern[i]);
	}
	wildebeest_argp_filtered_free(filtered, text);
	for (; child && child->argp; child++)
		write_arguments(help, child->argp, level, advance);
	if (*advance && more) {
		++*own;
		*advance = 0;
	} else if (*advance && *own) {
		*own = 0;
	}
}

void wildebeest_argp_usage_patterns(struct help *help)
{
	struct flow *flow = &help->flow;
	size_t *levels = calloc(count_parsers(help->root), sizeof *levels);
	int first = 1, more;

	do {
		size_t *level = levels;

		if (!levels)
			break;
		wildebeest_flow_printf(flow, "%s %s",
				       first ? "Usage:" : "  or: ", help->name);
		flow->indent = flow->hang = (size_t)help->layout.usage_indent;
		if (first && help->flags & ARGP_HELP_USAGE &&
		    !(help->flags & ARGP_HELP_SHORT_USAGE)) {
			write_letters(help);
			write_shorts(help);
			write_longs(help);
			flow->hang = flow->indent;
		} else if (help->entries.count) {
			wildebeest_flow_text(flow, " [OPTION...]");
		}
		more = 1;
		write_arguments(help, help->root, &level, &more);
		more = !more;
		flow->indent = flow->hang = 0;
		wildebeest_flow_char(flow, '\n');
		first = 0;
	} while (more);
	free(levels);
}

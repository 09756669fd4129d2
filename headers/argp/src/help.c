/* SPDX-License-Identifier: MIT */
#include "help.h"

#include <stdlib.h>
#include <string.h>

#include "session.h"

/* The input that the parser of argp has in this parse. */
static void *input_of(const struct argp *argp, const struct argp_state *state)
{
	const struct session *session = state ? state->pstate : NULL;

	for (size_t i = 0; session && i < session->group_count; i++)
		if (session->groups[i].argp == argp)
			return session->groups[i].input;
	return NULL;
}

const char *wildebeest_argp_filter(const struct help *help,
				   const struct argp *argp, int key,
				   const char *text)
{
	if (!argp->help_filter)
		return text;
	return argp->help_filter(key, text, input_of(argp, help->state));
}

void wildebeest_argp_filtered_free(const char *filtered, const char *text)
{
	if (filtered != text)
		free((char *)filtered);
}

/* The part of a doc string before or after its '\v'; *copy is to be freed. */
static const char *doc_part(const struct argp *argp, int post, char **copy)
{
	const char *tab;

	*copy = NULL;
	if (!argp->doc)
		return NULL;
	tab = strchr(argp->doc, '\v');
	if (post)
		return tab ? tab + 1 : NULL;
	/* Observed on glibc 2.36: with nothing before the tab the whole text,
	 * tab included, comes first. */
	if (!tab || tab == argp->doc)
		return argp->doc;
	return *copy = strndup(argp->doc, (size_t)(tab - argp->doc));
}

static void write_paragraph(struct help *help, const char *text, int blank)
{
	struct flow *flow = &help->flow;

	if (blank)
		wildebeest_flow_char(flow, '\n');
	wildebeest_flow_text(flow, text);
	if (wildebeest_flow_column(flow) > flow->indent)
		wildebeest_flow_char(flow, '\n');
}

int wildebeest_argp_doc(struct help *help, const struct argp *argp, int post,
			int blank, int only_first)
{
	int key = post ? ARGP_KEY_HELP_POST_DOC : ARGP_KEY_HELP_PRE_DOC;
	const struct argp_child *child = argp->children;
	const char *text, *filtered;
	char *copy;
	int wrote = 0;

	text = doc_part(argp, post, &copy);
	filtered = wildebeest_argp_filter(help, argp, key, text);
	if (filtered) {
		write_paragraph(help, filtered, blank);
		wrote = 1;
	}
	wildebeest_argp_filtered_free(filtered, text);
	free(copy);
	if (post && argp->help_filter) {
		filtered = wildebeest_argp_filter(help, argp,
						  ARGP_KEY_HELP_EXTRA, NULL);
		if (filtered) {
			write_paragraph(help, filtered, wrote || blank);
			wrote = 1;
		}
		wildebeest_argp_filtered_free(filtered, NULL);
	}
	for (; child && child->argp && !(only_first && wrote); child++)
		wrote |= wildebeest_argp_doc(help, child->argp, post,
					     wrote || blank, only_first);
	return wrote;
}

static void write_parts(struct help *help)
{
	struct flow *flow = &help->flow;
	unsigned flags = help->flags;
	int wrote = 0;

	if (flags & (ARGP_HELP_USAGE | ARGP_HELP_SHORT_USAGE)) {
		wildebeest_argp_usage_patterns(help);
		wrote = 1;
	}
	if (flags & ARGP_HELP_PRE_DOC)
		wrote |= wildebeest_argp_doc(help, help->root, 0, 0, 1);
	if (flags & ARGP_HELP_SEE) {
		wildebeest_flow_printf(flow, "Try `%s --help' or `%s --usage' "
				       "for more information.\n",
				       help->name, help->name);
		wrote = 1;
	}
	if (flags & ARGP_HELP_LONG && help->entries.count) {
		if (wrote)
			wildebeest_flow_char(flow, '\n');
		wildebeest_argp_option_list(help);
		wrote = 1;
	}
	if (flags & ARGP_HELP_POST_DOC)
		wrote |= wildebeest_argp_doc(help, help->root, 1, wrote, 0);
	if (flags & ARGP_HELP_BUG_ADDR && argp_program_bug_address) {
		if (wrote)
			wildebeest_flow_char(flow, '\n');
		wildebeest_flow_printf(flow, "Report bugs to %s.\n",
				       argp_program_bug_address);
	}
}

void wildebeest_argp_write(const struct argp *root,
			   const struct argp_state *state, FILE *stream,
			   unsigned flags, const char *name)
{
	static const struct argp empty;
	struct help help = {0};

	if (!stream)
		return;
	help.root = root ? root : &empty;
	help.state = state;
	help.flags = flags;
	help.name = name;
	flockfile(stream);
	wildebeest_argp_layout(&help.layout, state);
	help.flow.stream = stream;
	help.flow.margin = (size_t)help.layout.rmargin;
	if (wildebeest_argp_entries(&help.entries, help.root)) {
		fprintf(stream, "%s: %s\n", name, strerror(ENOMEM));
	} else {
		write_parts(&help);
		wildebeest_argp_entries_free(&help.entries);
	}
	wildebeest_flow_end(&help.flow);
	funlockfile(stream);
}

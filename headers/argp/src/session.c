/* SPDX-License-Identifier: MIT */
#include "session.h"

#include <stdlib.h>
#include <string.h>

#include "option.h"

/* How much memory a tree needs. */
struct sizes {
	size_t groups, children, options;
};

static void measure(const struct argp *argp, struct sizes *sizes)
{
	const struct argp_option *option = argp->options;
	const struct argp_child *child = argp->children;

	sizes->groups++;
	for (; option && !option_ends(option); option++)
		sizes->options++;
	for (; child && child->argp; child++) {
		sizes->children++;
		measure(child->argp, sizes);
	}
}

static int is_taken(const struct scan *scan, const char *name)
{
	for (size_t i = 0; i < scan->choice_count; i++)
		if (scan->choices[i].name && !strcmp(scan->choices[i].name, name))
			return 1;
	return 0;
}

static void add_choices(struct scan *scan, struct group *group)
{
	const struct argp_option *option = group->argp->options, *real = option;

	for (; option && !option_ends(option); option++) {
		struct choice *choice = &scan->choices[scan->choice_count];

		if (!(option->flags & OPTION_ALIAS))
			real = option;
		if (real->flags & OPTION_DOC)
			continue;
		if (option->name && !is_taken(scan, option->name))
			choice->name = option->name;
		choice->option = option;
		choice->real = real;
		choice->group = group;
		scan->choice_count++;
		if (option_is_short(option) && !scan->shorts[option->key])
			scan->shorts[option->key] = choice;
	}
}

static void add_groups(struct session *session, const struct argp *argp,
		       struct group *parent, unsigned parent_index,
		       void ***child_inputs)
{
	struct group *group = &session->groups[session->group_count++];
	const struct argp_child *child = argp->children;

	group->argp = argp;
	group->parent = parent;
	group->parent_index = parent_index;
	add_choices(&session->scan, group);
	if (!child)
		return;
	group->child_inputs = *child_inputs;
	for (; child->argp; child++)
		++*child_inputs;
	for (child = argp->children; child->argp; child++)
		add_groups(session, child->argp, group,
			   (unsigned)(child - argp->children), child_inputs);
}

struct session *wildebeest_argp_session(const struct argp *root)
{
	struct sizes sizes = {0, 0, 0};
	struct session *session = calloc(1, sizeof *session);
	void **child_inputs;

	if (!session)
		return NULL;
	measure(root, &sizes);
	session->groups = calloc(sizes.groups, sizeof *session->groups);
	session->scan.choices =
		calloc(sizes.options + 1, sizeof *session->scan.choices);
	session->child_inputs = calloc(sizes.children + 1, sizeof *child_inputs);
	if (!session->groups || !session->scan.choices ||
	    !session->child_inputs) {
		wildebeest_argp_session_free(session);
		return NULL;
	}
	child_inputs = session->child_inputs;
	add_groups(session, root, NULL, 0, &child_inputs);
	return session;
}

void wildebeest_argp_session_free(struct session *session)
{
	free(session->child_inputs);
	free(session->groups);
	free(session->scan.choices);
	free(session);
}

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
		choice->name = NULL;
		if (option->name && !is_taken(scan, option->name))
			choice->name = option->name;
		choice->option = option;
		choice->real = real;
		choice->group = group;
		scan->choice_count++;
		if (option_is_short(option) && !scan->shorts[option->key])
			scan->shorts[option->key] =
				(unsigned short)scan->choice_count;
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

struct session *wildebeest_argp_session(const struct argp *root, void *memory,
					size_t size)
{
	struct sizes sizes = {0, 0, 0};
	struct session *session = memory;
	size_t needed;
	void **child_inputs;

	measure(root, &sizes);
	if (sizes.options >= USHRT_MAX)
		return NULL;
	/* One block: the session, then its arrays, all of them of pointers. */
	needed = sizeof *session + sizes.groups * sizeof *session->groups +
		 sizes.options * sizeof *session->scan.choices +
		 sizes.children * sizeof *child_inputs;
	if (needed > size)
		session = malloc(needed);
	if (!session)
		return NULL;
	memset(session, 0, sizeof *session);
	session->groups = (struct group *)(session + 1);
	memset(session->groups, 0, sizes.groups * sizeof *session->groups);
	session->scan.choices =
		(struct choice *)(session->groups + sizes.groups);
	child_inputs = (void **)(session->scan.choices + sizes.options);
	memset(child_inputs, 0, sizes.children * sizeof *child_inputs);
	add_groups(session, root, NULL, 0, &child_inputs);
	return session;
}

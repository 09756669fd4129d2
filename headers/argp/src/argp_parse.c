/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>

#include "session.h"

/* What went wrong when no parser knew an option or an argument; the value can
 * not come from a parser. */
enum { NOT_KNOWN = ARGP_ERR_UNKNOWN };

/* Call the parser of a group with its view of the state. */
static error_t call(struct session *session, struct group *group, int key,
		    char *arg)
{
	struct argp_state *state = &session->state;
	error_t error;

	if (!group->argp->parser)
		return ARGP_ERR_UNKNOWN;
	state->hook = group->hook;
	state->input = group->input;
	state->child_inputs = group->child_inputs;
	state->arg_num = group->arg_num;
	error = group->argp->parser(key, arg, state);
	group->hook = state->hook;
	return error;
}

/* Call the parsers, the last first, until one fails; that it does not know the
 * key is no failure. */
static error_t call_backwards(struct session *session, int key)
{
	for (size_t i = session->group_count; i-- > 0;) {
		error_t error = call(session, &session->groups[i], key, NULL);

		if (error && error != ARGP_ERR_UNKNOWN)
			return error;
	}
	return 0;
}

/* Hand the inputs down the tree, and call with ARGP_KEY_INIT. */
static error_t initialize(struct session *session, void *input)
{
	session->groups[0].input = input;
	for (size_t i = 0; i < session->group_count; i++) {
		struct group *group = &session->groups[i];
		error_t error;

		if (group->parent)
			group->input =
				group->parent->child_inputs[group->parent_index];
		/* Without a parser to choose, the first child has the input. */
		if (!group->argp->parser && group->child_inputs &&
		    group->argp->children->argp)
			group->child_inputs[0] = group->input;
		error = call(session, group, ARGP_KEY_INIT, NULL);
		if (error && error != ARGP_ERR_UNKNOWN)
			return error;
	}
	return 0;
}

static error_t parse_option(struct session *session, struct choice *choice,
			    int is_long, char *value)
{
	error_t error = call(session, choice->group, choice->option->key, value);
	static const char complaint[] =
		"(PROGRAM ERROR) Option should have been recognized!?";

	if (error != ARGP_ERR_UNKNOWN)
		return error;
	/* Observed on glibc 2.36: the first of the names of that key. */
	for (struct choice *other = session->scan.choices; is_long; other++) {
		if (other->name && other->group == choice->group &&
		    other->option->key == choice->option->key) {
			choice = other;
			break;
		}
	}
	if (!is_long)
		argp_error(&session->state, "-%c: %s", choice->option->key,
			   complaint);
	else
		argp_error(&session->state, "--%s: %s", choice->option->name,
			   complaint);
	return error;
}

/* Offer argv[next - 1] to each group as ARGP_KEY_ARG, then as ARGP_KEY_ARGS.
 * *again is set when a parser put it back to be read once more. */
static error_t parse_argument(struct session *session, char *value, int *again)
{
	struct argp_state *state = &session->state;
	int index = --state->next, key = ARGP_KEY_ARG;
	error_t error = ARGP_ERR_UNKNOWN;
	struct group *group = NULL;

	for (size_t i = 0; i < session->group_count && error == ARGP_ERR_UNKNOWN;
	     i++) {
		group = &session->groups[i];
		key = ARGP_KEY_ARG;
		state->next++;
		error = call(session, group, key, value);
		if (error == ARGP_ERR_UNKNOWN) {
			state->next--;
			key = ARGP_KEY_ARGS;
			error = call(session, group, key, NULL);
		}
	}
	if (error)
		return error;
	if (key == ARGP_KEY_ARGS && state->next == index)
		state->next = state->argc;
	if (state->next > index)
		group->arg_num += (unsigned)(state->next - index);
	else
		*again = 1;
	return 0;
}

/* Parse until the end or an error. NOT_KNOWN with *unparsed set is the end: no
 * arguments are left, or only such as nobody takes. */
static error_t parse(struct session *session, int *unparsed)
{
	struct argp_state *state = &session->state;
	int scanning = 1;

	for (;;) {
		enum scanned found = SCANNED_END;
		struct choice *choice = NULL;
		char *value = NULL;
		error_t error;

		*unparsed = 0;
		if (state->quoted && state->next < state->quoted)
			state->quoted = 0;
		if (scanning && !state->quoted) {
			found = wildebeest_argp_scan(session, &choice, &value);
			if (found == SCANNED_ERROR)
				return NOT_KNOWN;
			if (found == SCANNED_END) {
				scanning = 0;
				if (state->next > 1 &&
				    !strcmp(state->argv[state->next - 1], "--"))
					state->quoted = state->next;
			}
		}
		if (found == SCANNED_LONG || found == SCANNED_SHORT) {
			error = parse_option(session, choice,
					     found == SCANNED_LONG, value);
		} else {
			*unparsed = 1;
			if (found == SCANNED_END) {
				if (state->next >= state->argc ||
				    state->flags & ARGP_NO_ARGS)
					return NOT_KNOWN;
				value = state->argv[state->next++];
			}
			error = parse_argument(session, value, &scanning);
		}
		if (error)
			return error;
	}
}

/* All arguments were taken: say so to every parser. */
static error_t conclude(struct session *session)
{
	for (size_t i = 0; i < session->group_count; i++) {
		error_t error;

		if (session->groups[i].arg_num)
			continue;
		error = call(session, &session->groups[i], ARGP_KEY_NO_ARGS, NULL);
		if (error && error != ARGP_ERR_UNKNOWN)
			return error;
	}
	return call_backwards(session, ARGP_KEY_END);
}

static error_t finish(struct session *session, error_t error, int unparsed,
		      int *arg_index)
{
	struct argp_state *state = &session->state;

	if (error == NOT_KNOWN && unparsed) {
		error = 0;
		if (state->next == state->argc) {
			error = conclude(session);
			if (arg_index)
				*arg_index = state->next;
		} else if (arg_index) {
			*arg_index = state->next;
		} else {
			if (!(state->flags & ARGP_NO_ERRS) && state->err_stream)
				fprintf(state->err_stream,
					"%s: Too many arguments\n", state->name);
			error = NOT_KNOWN;
		}
	}
	if (error) {
		if (error == NOT_KNOWN)
			argp_state_help(state, state->err_stream,
					ARGP_HELP_STD_ERR);
		for (size_t i = 0; i < session->group_count; i++)
			call(session, &session->groups[i], ARGP_KEY_ERROR, NULL);
	} else {
		error = call_backwards(session, ARGP_KEY_SUCCESS);
	}
	for (size_t i = session->group_count; i-- > 0;)
		call(session, &session->groups[i], ARGP_KEY_FINI, NULL);
	return error == NOT_KNOWN ? EINVAL : error;
}

static char *program_name(int argc, char **argv, unsigned flags)
{
	char *slash;

	if (argc < 1 || !argv[0] ||
	    (flags & ARGP_NO_ERRS && flags & ARGP_PARSE_ARGV0))
		return program_invocation_short_name;
	slash = strrchr(argv[0], '/');
	return slash ? slash + 1 : argv[0];
}

error_t argp_parse(const struct argp *__restrict argp, int argc,
		   char **__restrict argv, unsigned flags,
		   int *__restrict arg_index, void *__restrict input)
{
	struct session *session;
	struct argp_state *state;
	static const struct argp nothing;
	_Alignas(max_align_t) char local[4096]; /* enough for most programs */
	struct builtin builtin;
	int unparsed = 0;
	error_t error;

	if (!(flags & ARGP_NO_HELP)) {
		wildebeest_argp_builtin(&builtin, argp);
		argp = &builtin.root;
	} else if (!argp) {
		argp = &nothing;
	}
	session = wildebeest_argp_session(argp, local, sizeof local);
	if (!session)
		return ENOMEM;
	state = &session->state;
	state->root_argp = argp;
	state->argc = argc;
	state->argv = argv;
	state->flags = flags;
	state->err_stream = stderr;
	state->out_stream = stdout;
	state->pstate = session;
	error = initialize(session, input);
	if (!error) {
		state->name = program_name(argc, argv, flags);
		state->next = 1;
		/* Observed on glibc 2.36: to parse argv[0] too, the state sees
		 * an argv that starts one before it. */
		if (flags & ARGP_NO_ERRS && flags & ARGP_PARSE_ARGV0) {
			state->argc++;
			state->argv--;
		}
		error = parse(session, &unparsed);
		error = finish(session, error, unparsed, arg_index);
	}
	if ((void *)session != (void *)local)
		free(session);
	return error;
}

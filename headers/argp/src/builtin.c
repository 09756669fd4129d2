/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "session.h"

enum { KEY_HELP = '?', KEY_VERSION = 'V', KEY_USAGE = -3, KEY_NAME = -2,
       KEY_HANG = -1 };

static const struct argp_option standard_options[] = {
	{"help", KEY_HELP, NULL, 0, "Give this help list", -1},
	{"usage", KEY_USAGE, NULL, 0, "Give a short usage message", 0},
	{"program-name", KEY_NAME, "NAME", OPTION_HIDDEN, "Set the program name", 0},
	{"HANG", KEY_HANG, "SECS", OPTION_ARG_OPTIONAL | OPTION_HIDDEN,
	 "Hang for SECS seconds (default 3600)", 0},
	{NULL, 0, NULL, 0, NULL, 0},
};

static const struct argp_option version_options[] = {
	{"version", KEY_VERSION, NULL, 0, "Print program version", -1},
	{NULL, 0, NULL, 0, NULL, 0},
};

static void set_name(struct argp_state *state, char *name)
{
	char *slash = strrchr(name, '/');

	program_invocation_name = name;
	state->name = slash ? slash + 1 : name;
	program_invocation_short_name = state->name;
	if ((state->flags & (ARGP_PARSE_ARGV0 | ARGP_NO_ERRS)) == ARGP_PARSE_ARGV0)
		state->argv[0] = name;
}

static error_t standard_parser(int key, char *arg, struct argp_state *state)
{
	switch (key) {
	case KEY_HELP:
		argp_state_help(state, state->out_stream, ARGP_HELP_STD_HELP);
		return 0;
	case KEY_USAGE:
		argp_state_help(state, state->out_stream,
				ARGP_HELP_USAGE | ARGP_HELP_EXIT_OK);
		return 0;
	case KEY_NAME:
		set_name(state, arg);
		return 0;
	case KEY_HANG:
		for (int left = arg ? atoi(arg) : 3600; left > 0; left--)
			sleep(1);
		return 0;
	}
	return ARGP_ERR_UNKNOWN;
}

static error_t version_parser(int key, char *arg, struct argp_state *state)
{
	(void)arg;
	if (key != KEY_VERSION)
		return ARGP_ERR_UNKNOWN;
	if (argp_program_version_hook)
		argp_program_version_hook(state->out_stream, state);
	else if (argp_program_version)
		fprintf(state->out_stream, "%s\n", argp_program_version);
	else
		argp_error(state, "%s", "(PROGRAM ERROR) No version known!?");
	if (!(state->flags & ARGP_NO_EXIT))
		exit(0);
	return 0;
}

static const struct argp standard = {
	standard_options, standard_parser, NULL, NULL, NULL, NULL, NULL,
};
static const struct argp version = {
	version_options, version_parser, NULL, NULL, NULL, NULL, NULL,
};

void wildebeest_argp_builtin(struct builtin *builtin, const struct argp *argp)
{
	struct argp_child *child = builtin->children;

	memset(builtin, 0, sizeof *builtin);
	builtin->root.children = builtin->children;
	if (argp)
		(child++)->argp = argp;
	(child++)->argp = &standard;
	if (argp_program_version || argp_program_version_hook)
		child->argp = &version;
}

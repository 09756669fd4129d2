/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "option.h"
#include "session.h"

enum takes { TAKES_NONE, TAKES_OPTIONAL, TAKES_REQUIRED };

static enum takes takes(const struct choice *choice)
{
	if (!choice->real->arg)
		return TAKES_NONE;
	return choice->real->flags & OPTION_ARG_OPTIONAL ? TAKES_OPTIONAL
							 : TAKES_REQUIRED;
}

static int loud(const struct argp_state *state)
{
	return !(state->flags & ARGP_NO_ERRS);
}

static int is_option(const char *word)
{
	return word[0] == '-' && word[1];
}

static void reverse(char **from, char **to)
{
	while (from < to) {
		char *first = *from;

		*from++ = *--to;
		*to = first;
	}
}

/* Move the parked arguments behind the options that were read after them. */
static void unpark(struct scan *scan, struct argp_state *state)
{
	char **argv = state->argv;

	if (scan->parked != scan->parked_end && scan->parked_end < state->next) {
		reverse(argv + scan->parked, argv + scan->parked_end);
		reverse(argv + scan->parked_end, argv + state->next);
		reverse(argv + scan->parked, argv + state->next);
	}
	scan->parked += state->next - scan->parked_end;
	scan->parked_end = state->next;
}

/* Go to the next word that is an option. */
static enum scanned next_word(struct scan *scan, struct argp_state *state,
			      int permute)
{
	/* The parser may have moved next back. */
	if (scan->parked_end > state->next)
		scan->parked_end = state->next;
	if (scan->parked > scan->parked_end)
		scan->parked = scan->parked_end;
	if (permute) {
		unpark(scan, state);
		while (state->next < state->argc &&
		       !is_option(state->argv[state->next]))
			state->next++;
		scan->parked_end = state->next;
	}
	if (state->next < state->argc && !strcmp(state->argv[state->next], "--")) {
		state->next++;
		if (permute) {
			unpark(scan, state);
			state->next = scan->parked;
		}
		return SCANNED_END;
	}
	if (state->next >= state->argc) {
		if (permute)
			state->next = scan->parked;
		return SCANNED_END;
	}
	return is_option(state->argv[state->next]) ? SCANNED_LONG
						   : SCANNED_ARGUMENT;
}

static enum scanned scan_short(struct session *session, struct choice **choice,
			       char **value)
{
	struct scan *scan = &session->scan;
	struct argp_state *state = &session->state;
	unsigned char letter = (unsigned char)*scan->cluster++;

	*choice = short_choice(scan, letter);
	if (!*scan->cluster) {
		scan->cluster = NULL;
		state->next++;
	}
	if (!*choice) {
		if (loud(state))
			fprintf(stderr, "%s: invalid option -- '%c'\n",
				state->argv[0], letter);
		return SCANNED_ERROR;
	}
	if (takes(*choice) == TAKES_NONE)
		return SCANNED_SHORT;
	if (scan->cluster) {
		*value = scan->cluster;
		scan->cluster = NULL;
		state->next++;
	} else if (takes(*choice) == TAKES_REQUIRED) {
		if (state->next >= state->argc) {
			if (loud(state))
				fprintf(stderr,
					"%s: option requires an argument -- '%c'\n",
					state->argv[0], letter);
			return SCANNED_ERROR;
		}
		*value = state->argv[state->next++];
	}
	return SCANNED_SHORT;
}

/* Whether two names mean the same, so that a prefix of both is clear. */
static int same(const struct choice *a, const struct choice *b)
{
	return takes(a) == takes(b) && a->option->key == b->option->key &&
	       a->group == b->group;
}

static void report_ambiguous(const struct session *session, const char *word,
			     int dashes, size_t length)
{
	const struct scan *scan = &session->scan;

	flockfile(stderr);
	fprintf(stderr, "%s: option '%s' is ambiguous; possibilities:",
		session->state.argv[0], word);
	for (size_t i = 0; i < scan->choice_count; i++) {
		const char *name = scan->choices[i].name;

		if (name && !strncmp(name, word + dashes, length))
			fprintf(stderr, " '%.*s%s'", dashes, word, name);
	}
	fputc('\n', stderr);
	funlockfile(stderr);
}

/* Look up a long name or an unambiguous beginning of one. */
static enum scanned find_long(const struct session *session, const char *word,
			      int dashes, struct choice **found)
{
	const struct scan *scan = &session->scan;
	size_t length = strcspn(word + dashes, "=");
	int ambiguous = 0;

	*found = NULL;
	for (size_t i = 0; i < scan->choice_count; i++) {
		struct choice *choice = &scan->choices[i];
		const char *name = choice->name;

		if (!name || strncmp(name, word + dashes, length))
			continue;
		if (!name[length]) {
			*found = choice;
			return SCANNED_LONG;
		}
		if (!*found)
			*found = choice;
		else if (session->state.flags & ARGP_LONG_ONLY ||
			 !same(*found, choice))
			ambiguous = 1;
	}
	if (ambiguous) {
		if (loud(&session->state))
			report_ambiguous(session, word, dashes, length);
		return SCANNED_ERROR;
	}
	return SCANNED_LONG;
}

static enum scanned take_long(struct argp_state *state, char *word, int dashes,
			      const struct choice *choice, char **value)
{
	const char *name = choice->name;
	char *equals = strchr(word + dashes, '=');

	if (equals) {
		if (takes(choice) != TAKES_NONE) {
			*value = equals + 1;
			return SCANNED_LONG;
		}
		if (loud(state))
			fprintf(stderr,
				"%s: option '%.*s%s' doesn't allow an argument\n",
				state->argv[0], dashes, word, name);
		return SCANNED_ERROR;
	}
	if (takes(choice) != TAKES_REQUIRED)
		return SCANNED_LONG;
	if (state->next < state->argc) {
		*value = state->argv[state->next++];
		return SCANNED_LONG;
	}
	if (loud(state))
		fprintf(stderr, "%s: option '%.*s%s' requires an argument\n",
			state->argv[0], dashes, word, name);
	return SCANNED_ERROR;
}

enum scanned wildebeest_argp_scan(struct session *session,
				  struct choice **choice, char **value)
{
	struct scan *scan = &session->scan;
	struct argp_state *state = &session->state;
	enum scanned result;
	char *word;
	int dashes;

	*value = NULL;
	if (scan->cluster)
		return scan_short(session, choice, value);
	result = next_word(scan, state,
			   !(state->flags & (ARGP_IN_ORDER | ARGP_NO_ARGS)));
	if (result == SCANNED_ARGUMENT) {
		if (!(state->flags & ARGP_IN_ORDER))
			return SCANNED_END;
		*value = state->argv[state->next++];
	}
	if (result != SCANNED_LONG)
		return result;
	word = state->argv[state->next];
	dashes = word[1] == '-' ? 2 : 1;
	scan->cluster = word + 1;
	if (dashes == 1 &&
	    (!(state->flags & ARGP_LONG_ONLY) ||
	     (!word[2] && scan->shorts[(unsigned char)word[1]])))
		return scan_short(session, choice, value);
	result = find_long(session, word, dashes, choice);
	/* Under ARGP_LONG_ONLY what is no long name may still be short ones. */
	if (result == SCANNED_LONG && !*choice && dashes == 1 &&
	    scan->shorts[(unsigned char)word[1]])
		return scan_short(session, choice, value);
	scan->cluster = NULL;
	state->next++;
	if (result == SCANNED_LONG && *choice)
		return take_long(state, word, dashes, *choice, value);
	if (result == SCANNED_LONG && loud(state))
		fprintf(stderr, "%s: unrecognized option '%s'\n", state->argv[0],
			word);
	return SCANNED_ERROR;
}

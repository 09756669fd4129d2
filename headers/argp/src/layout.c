/* SPDX-License-Identifier: MIT */
#include "layout.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

static const struct parameter {
	const char *name;
	size_t offset;
	int is_switch; /* needs no value */
	int initial;
} parameters[] = {
	{"dup-args", offsetof(struct layout, dup_args), 1, 0},
	{"dup-args-note", offsetof(struct layout, dup_args_note), 1, 1},
	{"short-opt-col", offsetof(struct layout, short_opt_col), 0, 2},
	{"long-opt-col", offsetof(struct layout, long_opt_col), 0, 6},
	{"doc-opt-col", offsetof(struct layout, doc_opt_col), 0, 2},
	{"opt-doc-col", offsetof(struct layout, opt_doc_col), 0, 29},
	{"header-col", offsetof(struct layout, header_col), 0, 1},
	{"usage-indent", offsetof(struct layout, usage_indent), 0, 12},
	{"rmargin", offsetof(struct layout, rmargin), 0, 79},
};
enum { PARAMETERS = sizeof parameters / sizeof *parameters };

static int *field(struct layout *layout, const struct parameter *parameter)
{
	return (int *)((char *)layout + parameter->offset);
}

static void set_defaults(struct layout *layout)
{
	for (size_t i = 0; i < PARAMETERS; i++)
		*field(layout, &parameters[i]) = parameters[i].initial;
}

static int is_name_char(char c)
{
	return isalnum((unsigned char)c) || c == '-' || c == '_';
}

static const char *skip_blanks(const char *text)
{
	while (isspace((unsigned char)*text))
		text++;
	return text;
}

static int is_named(const struct parameter *parameter, const char *name,
		    size_t length)
{
	return strlen(parameter->name) == length &&
	       !strncmp(parameter->name, name, length);
}

/* Apply one "name", "no-name", "name=value" or "name value"; what follows it is
 * returned. */
static const char *apply(struct layout *layout, const char *text,
			 const struct argp_state *state)
{
	const char *name = text;
	size_t length = 0;
	int value = 1, unspecified = 1;

	while (is_name_char(name[length]))
		length++;
	text = skip_blanks(name + length);
	if (*text == '=') {
		unspecified = 0;
		value = 0;
		text = skip_blanks(text + 1);
	}
	if (isdigit((unsigned char)*text)) {
		long number = strtol(text, (char **)&text, 10);

		value = number > INT_MAX ? INT_MAX : (int)number;
		unspecified = 0;
		text = skip_blanks(text);
	} else if (unspecified && length >= 3 && !strncmp(name, "no-", 3)) {
		name += 3;
		length -= 3;
		value = 0;
	}
	for (size_t i = 0; i < PARAMETERS; i++) {
		if (!is_named(&parameters[i], name, length))
			continue;
		if (unspecified && !parameters[i].is_switch)
			argp_failure(state, 0, 0,
				"%.*s: ARGP_HELP_FMT parameter requires a value",
				(int)length, name);
		else
			*field(layout, &parameters[i]) = value;
		return text;
	}
	argp_failure(state, 0, 0, "%.*s: Unknown ARGP_HELP_FMT parameter",
		     (int)length, name);
	return text;
}

/* Columns that leave no room for text can't be obeyed. (glibc 2.36 does not
 * end when it is given such ones.) */
static void check(struct layout *layout, const struct argp_state *state)
{
	for (size_t i = 0; i < PARAMETERS; i++) {
		if (parameters[i].is_switch ||
		    parameters[i].offset == offsetof(struct layout, rmargin))
			continue;
		if (*field(layout, &parameters[i]) < layout->rmargin)
			continue;
		argp_failure(state, 0, 0,
			     "ARGP_HELP_FMT: rmargin must be greater than %s",
			     parameters[i].name);
		set_defaults(layout);
		return;
	}
}

void wildebeest_argp_layout(struct layout *layout,
			    const struct argp_state *state)
{
	const char *text = getenv("ARGP_HELP_FMT");

	set_defaults(layout);
	while (text && *(text = skip_blanks(text))) {
		if (!isalnum((unsigned char)*text)) {
			argp_failure(state, 0, 0,
				     "Garbage in ARGP_HELP_FMT: %s", text);
			break;
		}
		text = skip_blanks(apply(layout, text, state));
		if (*text == ',')
			text++;
	}
	check(layout, state);
}

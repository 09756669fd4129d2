/* Trees of parsers drawn from a fixed sequence: what they help with, and what
 * they are called with for command lines drawn likewise. With two arguments,
 * the rounds from the first to before the second.
 *
 * Left out: keys '+', '-' and ':', which glibc hands to getopt as if they were
 * its flags; words longer than a line; and the rounds in which glibc 2.36
 * loses count of the column because its buffer of 200 bytes is full. */
#define _GNU_SOURCE
#include <argp.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS = 400 };
#define PICK(list) (list)[draw(sizeof(list) / sizeof *(list))]

static unsigned long seed;

static unsigned draw(unsigned bound)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (unsigned)(seed >> 33) % bound;
}

static const char *const names[] = {
	"alpha", "alphabet", "Beta", "beta", "gamma", "delta", "del", "epsilon",
	"a-very-long-option-name", "quiet", "silent", "verbose", "output",
	"out", "zeta", "x", "foo-bar", "9lives", "help", "version", "usage",
};
static const char *const doc_names[] = {
	"DOC", "  doc entry", "- dash", "-minus", "  -x", "e.g.", "(paren)",
	"a doc entry that is so long that it goes beyond its column",
};
static const char *const metas[] = {"ARG", "FILE", "N", "A LONG ARG", "X|Y"};
static const char *const texts[] = {
	"Short text", "", "Produce no output at all",
	("A text that is long enough to go over the right margin of a terminal, "
	 "and then once more over the next one, to see it twice"),
	"two\nlines", "  leading blanks", "trailing blanks  ",
	"gaps  between   words    that  are  wide  enough  to  wrap  here  and  on",
	"Averyveryveryverylongwordthatjustfitsintoitscolumn and more",
	"paragraph one\n\nparagraph two",
};
static const char *const headers[] = {
	"A header:",
	("Another header, rather long, so that it needs to be wrapped onto the "
	 "next line:"),
	"", "Options",
};
static const char *const args_docs[] = {
	"FOO", "[FILE...]", "FOO BAR\nBAZ", "A\nB\nC", "", "FILE\n", "\nX",
	"SOURCE DESTINATION-DIRECTORY [ANOTHER-SOURCE...] [AND-SO-ON...] LAST",
};
static const char *const docs[] = {
	"Before.", "Before.\vAfter.", "\vOnly after.",
	("Before, and this is long enough to be wrapped at the margin of the page."
	 "\vAfter, first line.\nAfter, second line, which is also long enough to "
	 "be wrapped at the margin.\n"),
	"Only before\n\nTwo paragraphs", "",
};
static const int keys[] = {
	'a', 'A', 'b', 'x', 'X', 'q', 'v', '9', '!', 'o', 0x80, 1000, 1001, 1002,
	0, -5, '?', 'V', 'h', 'z',
};
static const int groups[] = {0, 0, 0, 0, 0, 1, 2, 5, -1, -2};

static const unsigned glibc_loses_count[] = {
	55, 84, 114, 118, 121, 176, 180, 193, 196, 199, 204, 213,
	243, 250, 263, 279, 302, 313, 329, 362, 367, 382, 392,
};

static char note[64];
static int answers[40];
static int step;

static const char *key_name(int key)
{
	static char text[20];

	switch (key) {
	case ARGP_KEY_ARG: return "ARG";
	case ARGP_KEY_ARGS: return "ARGS";
	case ARGP_KEY_END: return "END";
	case ARGP_KEY_NO_ARGS: return "NO_ARGS";
	case ARGP_KEY_INIT: return "INIT";
	case ARGP_KEY_FINI: return "FINI";
	case ARGP_KEY_SUCCESS: return "SUCCESS";
	case ARGP_KEY_ERROR: return "ERROR";
	}
	sprintf(text, "%d", key);
	return text;
}

static error_t parse(const char *who, int children, int key, char *arg,
		     struct argp_state *state)
{
	int answer = answers[step++ % 40];

	printf("%s %s %s next %d num %u quoted %d flags %x name %s input %s\n",
	       who, key_name(key), arg ? arg : "-", state->next, state->arg_num,
	       state->quoted, state->flags, state->name ? state->name : "-",
	       state->input ? (char *)state->input : "-");
	if (key == ARGP_KEY_INIT)
		for (int i = 0; i < children; i++)
			state->child_inputs[i] = note;
	if (answer == 1)
		return ARGP_ERR_UNKNOWN;
	if (answer == 2 && key != ARGP_KEY_INIT)
		return EDOM;
	if (answer == 3 && key == ARGP_KEY_ARG)
		state->next--, answers[(step - 1) % 40] = 0;
	if (answer == 4 && key == ARGP_KEY_ARGS && state->next + 1 < state->argc)
		state->next++;
	if (answer == 5 && key < 0x1000000 && state->next < state->argc)
		printf("takes %s\n", state->argv[state->next++]);
	if (key == ARGP_KEY_ARG || key == ARGP_KEY_ARGS)
		return answer < 6 ? 0 : ARGP_ERR_UNKNOWN;
	return 0;
}

static int root_children, child_children;

static error_t root_parser(int key, char *arg, struct argp_state *state)
{
	return parse("root", root_children, key, arg, state);
}

static error_t child_parser(int key, char *arg, struct argp_state *state)
{
	return parse("child", child_children, key, arg, state);
}

static error_t second_parser(int key, char *arg, struct argp_state *state)
{
	return parse("second", 0, key, arg, state);
}

static error_t grand_parser(int key, char *arg, struct argp_state *state)
{
	return parse("grand", 0, key, arg, state);
}

static char *filter(int key, const char *text, void *input)
{
	if (key == ARGP_KEY_HELP_EXTRA)
		return strdup(input ? "extra with input" : "extra");
	if (key == 'a' || key == ARGP_KEY_HELP_HEADER)
		return strdup("filtered");
	if (key == 'b')
		return NULL;
	return (char *)text;
}

static void draw_options(struct argp_option *options, unsigned count)
{
	memset(options, 0, (count + 1) * sizeof *options);
	for (unsigned i = 0; i < count; i++) {
		struct argp_option *o = &options[i];
		unsigned kind = draw(12);

		o->doc = PICK(texts);
		o->group = PICK(groups);
		if (kind == 0 && draw(2)) {
			o->doc = PICK(headers);
			if (!*o->doc && !o->group)
				o->doc = "Header";
			continue;
		}
		if (kind == 1) {
			o->flags = OPTION_DOC;
			o->name = PICK(doc_names);
			continue;
		}
		if (draw(5))
			o->name = PICK(names);
		o->key = PICK(keys);
		if (!o->name && !o->key)
			o->key = 'k';
		if (draw(2))
			o->arg = PICK(metas);
		if (o->arg && draw(2))
			o->flags |= OPTION_ARG_OPTIONAL;
		if (draw(8) == 0)
			o->flags |= OPTION_HIDDEN;
		if (draw(8) == 0)
			o->flags |= OPTION_NO_USAGE;
		if (i && draw(6) == 0 && (o[-1].name || o[-1].key))
			o->flags |= OPTION_ALIAS;
		if (draw(8) == 0)
			o->doc = NULL;
	}
}

static void draw_argp(struct argp *argp, struct argp_option *options,
		      argp_parser_t parser, const struct argp_child *children)
{
	memset(argp, 0, sizeof *argp);
	draw_options(options, draw(9));
	argp->options = draw(10) ? options : NULL;
	argp->parser = draw(10) ? parser : NULL;
	argp->args_doc = draw(2) ? PICK(args_docs) : NULL;
	argp->doc = draw(2) ? PICK(docs) : NULL;
	argp->children = children;
	if (draw(5) == 0)
		argp->help_filter = filter;
}

static const char *const words[] = {
	"arg", "-", "--", "-a", "-b", "-axb", "-xfoo", "-q", "-v", "-9", "-o",
	"--alpha", "--alpha=1", "--alph", "--be", "--beta", "--beta=", "--del",
	"--de", "--gamma=x=y", "--out", "--output", "--bogus", "--bogus=3", "-Z",
	"another", "--usage", "--x", "--", "-alpha", "-beta=2", "-zeta", "-X",
	"-ab", "-bogus", "--ver", "--fo", "-foo-bar", "--he", "", "-a-",
};
static const unsigned flag_sets[] = {
	0, 0, 0, ARGP_IN_ORDER, ARGP_NO_ARGS, ARGP_NO_HELP, ARGP_LONG_ONLY,
	ARGP_NO_ERRS, ARGP_NO_ERRS | ARGP_PARSE_ARGV0,
	ARGP_IN_ORDER | ARGP_LONG_ONLY, ARGP_PARSE_ARGV0, ARGP_SILENT,
	ARGP_NO_ARGS | ARGP_IN_ORDER,
};

static void parse_line(const struct argp *argp)
{
	char *argv[12] = {(char *)"dir/prog"};
	int argc = 1 + (int)draw(9), index = -1, with_index = (int)draw(3);
	unsigned flags = PICK(flag_sets) | ARGP_NO_EXIT;
	error_t error;

	for (int i = 1; i < argc; i++)
		argv[i] = (char *)PICK(words);
	for (int i = 0; i < 40; i++)
		answers[i] = (int)draw(draw(4) ? 2 : 8) * (draw(3) == 0);
	step = 0;
	printf("parse flags %x:", flags);
	for (int i = 0; i < argc; i++)
		printf(" %s", argv[i]);
	puts("");
	error = argp_parse(argp, argc, argv, flags, with_index ? &index : NULL,
			   draw(2) ? note : NULL);
	printf("returns %d index %d:", error, index);
	for (int i = 0; i < argc; i++)
		printf(" %s", argv[i]);
	puts("");
}

static int is_left_out(unsigned round)
{
	for (size_t i = 0; i < sizeof glibc_loses_count / sizeof(int); i++)
		if (glibc_loses_count[i] == round)
			return 1;
	return 0;
}

int main(int argc, char **argv)
{
	static const unsigned help_flags[] = {
		ARGP_HELP_USAGE, ARGP_HELP_STD_HELP, ARGP_HELP_LONG,
		ARGP_HELP_STD_USAGE, ARGP_HELP_STD_HELP | ARGP_HELP_LONG_ONLY,
		ARGP_HELP_USAGE | ARGP_HELP_POST_DOC, ARGP_HELP_DOC,
		ARGP_HELP_USAGE | ARGP_HELP_LONG_ONLY | ARGP_HELP_SEE,
		ARGP_HELP_LONG | ARGP_HELP_PRE_DOC,
	};
	unsigned first = argc > 1 ? (unsigned)atoi(argv[1]) : 0;
	unsigned last = argc > 2 ? (unsigned)atoi(argv[2]) : ROUNDS;

	setvbuf(stdout, NULL, _IONBF, 0);
	program_invocation_name = (char *)"invoked/program";
	program_invocation_short_name = (char *)"program";
	strcpy(note, "note");
	for (unsigned round = first; round < last; round++) {
		struct argp root, child, second, grand;
		struct argp_option options[4][10];
		struct argp_child grandchildren[2], children[3];

		seed = round * 977 + 11;
		memset(children, 0, sizeof children);
		memset(grandchildren, 0, sizeof grandchildren);
		child_children = draw(2) ? 1 : 0;
		root_children = (int)draw(3);
		draw_argp(&root, options[0], root_parser,
			  root_children ? children : NULL);
		draw_argp(&child, options[1], child_parser,
			  child_children ? grandchildren : NULL);
		draw_argp(&second, options[2], second_parser, NULL);
		draw_argp(&grand, options[3], grand_parser, NULL);
		for (int i = 0; i < root_children; i++) {
			children[i].argp = i ? &second : &child;
			children[i].header = draw(2) ? PICK(headers) : NULL;
			children[i].group = PICK(groups);
		}
		if (child_children) {
			grandchildren[0].argp = &grand;
			grandchildren[0].header = draw(2) ? PICK(headers) : NULL;
			grandchildren[0].group = PICK(groups);
		}
		argp_program_version = draw(2) ? "version 1" : NULL;
		argp_program_bug_address = draw(2) ? "<bugs@example>" : NULL;
		printf("== round %u\n", round);
		if (is_left_out(round) && argc == 1)
			continue;
		argp_help(&root, stdout, PICK(help_flags), (char *)"prog");
		puts("--");
		argp_help(&root, stdout, PICK(help_flags), (char *)"prog");
		for (int i = 0; i < 4; i++)
			parse_line(&root);
	}
	return 0;
}

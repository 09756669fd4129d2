/* SPDX-License-Identifier: MIT
 * argp.h: glibc's argument parser; musl has no header of this name.
 */
#ifndef WILDEBEEST_ARGP_ARGP_H
#define WILDEBEEST_ARGP_ARGP_H

#include <ctype.h>
#include <errno.h>
#include <features.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <sys/cdefs.h>

__BEGIN_DECLS

#ifndef __error_t_defined
#define __error_t_defined 1
typedef int error_t;
#endif

/* ---- options ---- */
struct argp_option {
	const char *name; /* long name, or NULL */
	int key;          /* given to the parser; printable: a short option too */
	const char *arg;  /* what the argument is called; NULL: it takes none */
	int flags;        /* OPTION_* */
	const char *doc;  /* its help; the text of a header if no name and key */
	int group;        /* 0, 1, …, then …, -2, -1; 0 inherits */
};

#define OPTION_ARG_OPTIONAL 0x1
#define OPTION_HIDDEN 0x2
#define OPTION_ALIAS 0x4
#define OPTION_DOC 0x8
#define OPTION_NO_USAGE 0x10

/* ---- parsers ---- */
struct argp;
struct argp_state;
struct argp_child;

typedef error_t (*argp_parser_t)(int key, char *arg, struct argp_state *state);

/* A parser's answer to a key that is not its own. */
#define ARGP_ERR_UNKNOWN E2BIG

#define ARGP_KEY_ARG 0
#define ARGP_KEY_END 0x1000001
#define ARGP_KEY_NO_ARGS 0x1000002
#define ARGP_KEY_INIT 0x1000003
#define ARGP_KEY_SUCCESS 0x1000004
#define ARGP_KEY_ERROR 0x1000005
#define ARGP_KEY_ARGS 0x1000006
#define ARGP_KEY_FINI 0x1000007

struct argp {
	const struct argp_option *options; /* ends with an entry of zeros */
	argp_parser_t parser;
	const char *args_doc; /* alternatives separated by newlines */
	const char *doc;      /* before the options, '\v', after them */
	const struct argp_child *children; /* ends with a NULL argp */
	char *(*help_filter)(int key, const char *text, void *input);
	const char *argp_domain;
};

#define ARGP_KEY_HELP_PRE_DOC 0x2000001
#define ARGP_KEY_HELP_POST_DOC 0x2000002
#define ARGP_KEY_HELP_HEADER 0x2000003
#define ARGP_KEY_HELP_EXTRA 0x2000004
#define ARGP_KEY_HELP_DUP_ARGS_NOTE 0x2000005
#define ARGP_KEY_HELP_ARGS_DOC 0x2000006

struct argp_child {
	const struct argp *argp;
	int flags;
	const char *header; /* not NULL: the child's options stay together */
	int group;
};

struct argp_state {
	const struct argp *root_argp;
	int argc;
	char **argv;
	int next; /* index in argv of the argument to parse next */
	unsigned flags;
	unsigned arg_num; /* arguments handled so far */
	int quoted;       /* index after "--", or 0 */
	void *input;
	void **child_inputs;
	void *hook; /* the parser's own */
	char *name;
	FILE *err_stream;
	FILE *out_stream;
	void *pstate; /* private */
};

/* ---- parsing ---- */
#define ARGP_PARSE_ARGV0 0x01
#define ARGP_NO_ERRS 0x02
#define ARGP_NO_ARGS 0x04
#define ARGP_IN_ORDER 0x08
#define ARGP_NO_HELP 0x10
#define ARGP_NO_EXIT 0x20
#define ARGP_LONG_ONLY 0x40
#define ARGP_SILENT (ARGP_NO_EXIT | ARGP_NO_ERRS | ARGP_NO_HELP)

extern error_t argp_parse(const struct argp *__restrict argp, int argc,
			  char **__restrict argv, unsigned flags,
			  int *__restrict arg_index, void *__restrict input);

extern const char *argp_program_version;
extern void (*argp_program_version_hook)(FILE *__restrict stream,
					 struct argp_state *__restrict state);
extern const char *argp_program_bug_address;
extern error_t argp_err_exit_status;

/* ---- help ---- */
#define ARGP_HELP_USAGE 0x01
#define ARGP_HELP_SHORT_USAGE 0x02
#define ARGP_HELP_SEE 0x04
#define ARGP_HELP_LONG 0x08
#define ARGP_HELP_PRE_DOC 0x10
#define ARGP_HELP_POST_DOC 0x20
#define ARGP_HELP_DOC (ARGP_HELP_PRE_DOC | ARGP_HELP_POST_DOC)
#define ARGP_HELP_BUG_ADDR 0x40
#define ARGP_HELP_LONG_ONLY 0x80
#define ARGP_HELP_EXIT_ERR 0x100
#define ARGP_HELP_EXIT_OK 0x200
#define ARGP_HELP_STD_ERR (ARGP_HELP_SEE | ARGP_HELP_EXIT_ERR)
#define ARGP_HELP_STD_USAGE \
	(ARGP_HELP_SHORT_USAGE | ARGP_HELP_SEE | ARGP_HELP_EXIT_ERR)
#define ARGP_HELP_STD_HELP \
	(ARGP_HELP_SHORT_USAGE | ARGP_HELP_LONG | ARGP_HELP_EXIT_OK | \
	 ARGP_HELP_DOC | ARGP_HELP_BUG_ADDR)

extern void argp_help(const struct argp *__restrict argp,
		      FILE *__restrict stream, unsigned flags,
		      char *__restrict name);
extern void argp_state_help(const struct argp_state *__restrict state,
			    FILE *__restrict stream, unsigned int flags);
extern void argp_usage(const struct argp_state *state);
extern void argp_error(const struct argp_state *__restrict state,
		       const char *__restrict format, ...)
	__attribute__((__format__(__printf__, 2, 3)));
extern void argp_failure(const struct argp_state *__restrict state, int status,
			 int errnum, const char *__restrict format, ...)
	__attribute__((__format__(__printf__, 4, 5)));

__END_DECLS

#endif

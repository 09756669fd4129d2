/* How a parse ends the program: status and messages of --help, --usage,
 * --version, errors, argp_error, argp_failure, argp_usage, argp_state_help. */
#define _GNU_SOURCE
#include <argp.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct argp_option options[] = {
	{"alpha", 'a', NULL, 0, "Alpha", 0},
	{"failure", 'f', "N", 0, "argp_failure", 0},
	{"error", 'e', NULL, 0, "argp_error", 0},
	{"usage-error", 'u', NULL, 0, "argp_usage", 0},
	{"state-help", 's', "FLAGS", 0, "argp_state_help", 0},
	{"unknown", 'k', NULL, 0, "A key the parser does not know", 0},
	{"fails", 'r', NULL, 0, "The parser fails", 0},
	{"streams", 'o', NULL, 0, "Errors go nowhere", 0},
	{0},
};

static error_t parse(int key, char *arg, struct argp_state *state)
{
	switch (key) {
	case 'f':
		argp_failure(state, *arg - '0', arg[1] ? ENOENT : 0, "failure %s",
			     arg);
		argp_failure(state, 0, EACCES, NULL);
		return 0;
	case 'e':
		argp_error(state, "error %d", 1);
		return 0;
	case 'u':
		argp_usage(state);
		return 0;
	case 's':
		argp_state_help(state, stdout, (unsigned)strtoul(arg, NULL, 16));
		return 0;
	case 'r':
		return ENOTDIR;
	case 'o':
		state->err_stream = NULL;
		return 0;
	case 'a':
		return 0;
	}
	return ARGP_ERR_UNKNOWN;
}

static const struct argp parser = {
	options, parse, "FOO", "Before.\vAfter.", NULL, NULL, NULL,
};

static void own_version(FILE *stream, struct argp_state *state)
{
	fprintf(stream, "own version of %s\n", state->name);
}

static const char *const lines[] = {
	"--help", "-?", "--usage", "--version", "-V", "--bogus", "-q", "-f0",
	"-f3", "-f3x", "-f0x", "-e", "-u", "-s1", "-s2", "-s4", "-s8", "-s10",
	"-s20", "-s30", "-s40", "-s100", "-s200", "-s106", "-s27a", "-s0", "-s80",
	"-s81", "-k", "--unknown", "-r", "-a", "arg", "--alpha=1", "--error=2",
	"--failure", "-f", "--program-name=other --bogus",
	"--program-name=dir/other -e", "--program-name x -f3", "--HANG=0", "--HANG=0 -q",
	"-o -e -f3", "-o --bogus", "-o arg", "--al", "--u", "--he", "--f",
	"--program-name", "-- --help", "-a -- -a", "",
};
static const unsigned flag_sets[] = {
	0, ARGP_NO_EXIT, ARGP_NO_ERRS, ARGP_NO_HELP, ARGP_SILENT, ARGP_LONG_ONLY,
	ARGP_PARSE_ARGV0,
};

static void run(unsigned flags, const char *line)
{
	char *argv[8] = {(char *)"/usr/bin/tool"}, copy[80];
	int argc = 1, status;
	pid_t child;

	printf("== %x %s\n", flags, line);
	fflush(stdout);
	child = fork();
	if (child == 0) {
		error_t error;

		strcpy(copy, line);
		for (char *word = strtok(copy, " "); word; word = strtok(NULL, " "))
			argv[argc++] = word;
		error = argp_parse(&parser, argc, argv, flags, NULL, NULL);
		printf("returns %d, %s %s %s\n", error, argv[0],
		       program_invocation_name, program_invocation_short_name);
		exit(0);
	}
	waitpid(child, &status, 0);
	printf("status %x\n", status);
}

/* What can be called outside of a parse. (Where that needs the struct argp of
 * the parse, glibc 2.36 ends with a segmentation fault.) */
static void run_without_state(int which)
{
	int status;
	pid_t child;

	printf("== without a state %d\n", which);
	fflush(stdout);
	child = fork();
	if (child == 0) {
		if (which == 0)
			argp_failure(NULL, 9, EPERM, "no state");
		if (which == 1)
			argp_failure(NULL, 0, 0, "no status");
		if (which == 2)
			argp_help(&parser, NULL, ARGP_HELP_STD_HELP,
				  (char *)"name");
		if (which == 3)
			argp_help(&parser, stdout, ARGP_HELP_STD_USAGE,
				  (char *)"name");
		exit(0);
	}
	waitpid(child, &status, 0);
	printf("status %x\n", status);
}

static void run_all(void)
{
	for (size_t i = 0; i < sizeof flag_sets / sizeof *flag_sets; i++)
		for (size_t j = 0; j < sizeof lines / sizeof *lines; j++)
			run(flag_sets[i], lines[j]);
}

int main(void)
{
	program_invocation_name = (char *)"invoked/as";
	program_invocation_short_name = (char *)"as";
	run_all();
	argp_program_version = "text of the version";
	argp_program_bug_address = "bugs@example";
	argp_err_exit_status = 7;
	run(0, "--version");
	run(0, "--help");
	run(0, "-V");
	run(0, "-q");
	run(ARGP_NO_EXIT, "-V -V");
	argp_program_version_hook = own_version;
	run(0, "--version");
	run(ARGP_NO_EXIT, "--version -a");
	for (int which = 0; which < 4; which++)
		run_without_state(which);
	return 0;
}

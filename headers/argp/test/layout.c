/* ARGP_HELP_FMT, each value in a process of its own. Values that leave no room
 * for text are left out: glibc 2.36 does not end. */
#define _GNU_SOURCE
#include <argp.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static const char *const values[] = {
	"", " ", "rmargin=50", "rmargin=60,opt-doc-col=20", "rmargin 50",
	"rmargin = 55 , opt-doc-col=24", "rmargin=300", "rmargin=0060", "dup-args",
	"dup-args=1", "dup-args=0", "dup-args=7", "no-dup-args", "dup-args-note",
	"no-dup-args-note", "dup-args,no-dup-args-note", "dup-args no-dup-args",
	"short-opt-col=4", "short-opt-col=0", "long-opt-col=10", "long-opt-col=0",
	"doc-opt-col=8", "opt-doc-col=15", "opt-doc-col=0", "opt-doc-col=50",
	"header-col=0", "header-col=12", "usage-indent=2", "usage-indent=30",
	"usage-indent=0", "bogus", "bogus=3", "bogus,rmargin=50",
	"rmargin=50,bogus,dup-args", "rmargin", "no-rmargin", "no-bogus", "no-",
	"Dup-args", "dup_args", "dup-args=x", "rmargin=60x", "dup-args=0x1",
	"rmargin=50;dup-args", ",", "=", "rmargin=50,", "rmargin=50,,dup-args",
	",rmargin=50", "dup-args ,\t no-dup-args-note", "\trmargin=50\n",
	"short-opt-col", "no-short-opt-col", "no-rmargin=50", "dup-args=",
	("rmargin=70,header-col=3,short-opt-col=3,long-opt-col=8,doc-opt-col=4,"
	 "opt-doc-col=22,usage-indent=5,dup-args,no-dup-args-note"),
};

static const struct argp_option options[] = {
	{NULL, 0, NULL, 0, "A header that is long enough to need two lines when "
	 "the margin is small, or at the default:", 0},
	{"alpha", 'a', NULL, 0, "Alpha, with a text that has to be wrapped at any "
	 "margin that is worth having here", 0},
	{"beta", 'b', "ARG", 0, "Beta", 0},
	{"gamma", 'g', "OPT", OPTION_ARG_OPTIONAL, "Gamma", 0},
	{"gimmel", 'G', NULL, OPTION_ALIAS, NULL, 0},
	{"a-long-name-for-an-option", 300, "ARG", 0, "one\ntwo", 0},
	{NULL, 'x', "ARG", 0, "Short alone", 0},
	{"DOC", 0, NULL, OPTION_DOC, "Documentation", 0},
	{0},
};

static const struct argp parser = {
	options, NULL, "FOO\nBAR [FILE...]", "Before.\vAfter.", NULL, NULL, NULL,
};

int main(void)
{
	program_invocation_name = program_invocation_short_name = (char *)"prog";
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		int status;
		pid_t child;

		printf("== \"%s\"\n", values[i]);
		fflush(stdout);
		child = fork();
		if (child == 0) {
			setenv("ARGP_HELP_FMT", values[i], 1);
			argp_help(&parser, stdout, ARGP_HELP_STD_HELP,
				  (char *)"prog");
			argp_help(&parser, stdout, ARGP_HELP_USAGE,
				  (char *)"prog");
			exit(0);
		}
		waitpid(child, &status, 0);
		printf("status %x\n", status);
	}
	return 0;
}

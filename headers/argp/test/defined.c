/* A program that defines argp's variables, as most do, in place of setting
 * them. */
#include <argp.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static void print_version(FILE *stream, struct argp_state *state)
{
	fprintf(stream, "%s by its own hook\n", state->name);
}

const char *argp_program_version = "tool 1.0";
const char *argp_program_bug_address = "<bugs@example>";
error_t argp_err_exit_status = 11;
void (*argp_program_version_hook)(FILE *, struct argp_state *) = print_version;

int main(void)
{
	static const char *const words[] = {"--version", "--help", "--bogus", "-V"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		char *argv[] = {(char *)"tool", (char *)words[i], NULL};
		int status;

		printf("== %s\n", words[i]);
		fflush(stdout);
		if (fork() == 0)
			argp_parse(NULL, 2, argv, 0, NULL, NULL);
		wait(&status);
		printf("status %x\n", status);
		argp_program_version_hook = i ? print_version : NULL;
	}
	return 0;
}

/* error and error_at_line: formats, the counter, one message per line, an own
 * program name, the order with stdout, and the exit status. Errors whose texts
 * the two libcs share. */
#define _GNU_SOURCE
#include <errno.h>
#include <error.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static void own_name(void)
{
	fputs("own", stderr);
}

static void status_of(int status)
{
	int result;
	pid_t child = fork();

	if (child == 0) {
		error(status, ENOENT, "ends with %d", status);
		_exit(99);
	}
	waitpid(child, &result, 0);
	fprintf(stderr, "status %d\n", WEXITSTATUS(result));
}

int main(void)
{
	program_invocation_name = "prog";
	printf("before ");
	error(0, 0, "plain %s", "text");
	error(0, ENOENT, "with errno");
	error(0, EACCES, "%s", "");
	error(0, 0, "%s", "");
	error_at_line(0, 0, "file.c", 12, "place");
	error_at_line(0, ENOENT, "file.c", 0, "line 0");
	error_at_line(0, 0, NULL, 12, "no file");
	fprintf(stderr, "count %u\n", error_message_count);
	error_one_per_line = 1;
	error_at_line(0, 0, "a.c", 1, "first");
	error_at_line(0, 0, "a.c", 1, "again");
	error_at_line(0, 0, "a.c", 2, "second");
	error_at_line(0, 0, "b.c", 2, "other file");
	error_at_line(0, 0, "b.c", 2, "other again");
	error_at_line(0, 0, NULL, 2, "no file");
	error_at_line(0, 0, NULL, 2, "no file again");
	fprintf(stderr, "count %u\n", error_message_count);
	error_one_per_line = 0;
	error_print_progname = own_name;
	error(0, 0, "named");
	error_at_line(0, 0, "file.c", 3, "named place");
	error_at_line(0, 0, NULL, 3, "named without a file");
	error_print_progname = NULL;
	status_of(1);
	status_of(42);
	status_of(0);
	return 0;
}

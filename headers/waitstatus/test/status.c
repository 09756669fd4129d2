/* A status that was built is taken apart again; and is what a child gives. */
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

int main(void)
{
	for (int code = 0; code < 256; code += 17)
		for (int number = 0; number < (code ? 1 : 32); number += 5) {
			int status = W_EXITCODE(code, number);
			printf("%x %d %d %d %d\n", status, WIFEXITED(status) != 0, WEXITSTATUS(status),
			       WIFSIGNALED(status) != 0, WTERMSIG(status));
		}
	for (int number = 1; number < 32; number += 6) {
		int status = W_STOPCODE(number);
		printf("%x %d %d\n", status, WIFSTOPPED(status) != 0, WSTOPSIG(status));
	}
	printf("%d\n", WCOREDUMP(W_EXITCODE(0, SIGSEGV) | WCOREFLAG) != 0);
	pid_t child = fork();
	if (child == 0)
		_exit(42);
	int status;
	printf("%d", waitpid(WAIT_ANY, &status, 0) == child);
	printf(" %d\n", status == W_EXITCODE(42, 0));
	printf("%d\n", waitpid(WAIT_MYPGRP, &status, 0));
	return 0;
}

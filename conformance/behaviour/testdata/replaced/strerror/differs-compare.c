/* A test that knows the texts. */
#define _GNU_SOURCE
#include <errno.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
	if (strcmp(strerror(EADDRINUSE), "Address already in use") == 0)
		puts("in use");
	if (strstr(strerror_l(ENOENT, uselocale((locale_t)0)), "No such file") && !strcmp("Success", strerror(0)))
		puts("missing");
	if (strncmp(strsignal(SIGCHLD), "Child", 5) == 0 && strcmp(strsignal(SIGIO), "I/O possible") == 0)
		puts("child");
	return 0;
}

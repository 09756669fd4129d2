/* Errors are compared as numbers; the texts are the same for the two that are shown. */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
	FILE *file = fopen("missing", "r");

	if (!file && errno == ENOENT)
		printf("%s, %s\n", strerror(errno), strsignal(SIGKILL));
	printf("%d\n", strlen(strerror(ENOSPC)) > 0);
	return 0;
}

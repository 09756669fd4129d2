/* The texts of signals, known, real-time and unknown. */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

int main(void)
{
	dup2(1, 2);
	errno = EDOM;
	for (int number = -2; number < 70; number++) {
		if (number >= 32 && number <= 64) /* SIGRTMIN is each libc's own */
			continue;
		printf("%d %s\n", number, strsignal(number));
		fflush(stdout);
		psignal(number, "prefix");
	}
	for (int number = 0; number < 5; number++)
		puts(strsignal(SIGRTMIN + number));
	fflush(stdout);
	psignal(SIGRTMAX, "real-time");
	psignal(SIGSEGV, "");
	psignal(SIGSEGV, NULL);
	psignal(1000, "");
	printf("%d\n", errno == EDOM);
	return 0;
}

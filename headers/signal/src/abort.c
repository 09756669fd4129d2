/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <signal.h>
#include <stdlib.h>

/* abort(3): SIGABRT even where it is blocked or ignored; a handler may run, but
 * its return does not go on. */
void abort(void)
{
	struct sigaction standard = {.sa_handler = SIG_DFL};
	sigset_t only;

	sigemptyset(&only);
	sigaddset(&only, SIGABRT);
	pthread_sigmask(SIG_UNBLOCK, &only, NULL);
	raise(SIGABRT);
	sigaction(SIGABRT, &standard, NULL);
	pthread_sigmask(SIG_UNBLOCK, &only, NULL);
	raise(SIGABRT);
	for (;;)
		__builtin_trap();
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

/* strsignal(3): the text of a number without a name is each thread's own. */
char *strsignal(int signal)
{
	static _Thread_local char text[40];
	const char *known = sigdescr_np(signal);
	int caller = errno;

	if (known)
		return (char *)known;
	if (signal >= SIGRTMIN && signal <= SIGRTMAX)
		snprintf(text, sizeof text, "Real-time signal %d", signal - SIGRTMIN);
	else
		snprintf(text, sizeof text, "Unknown signal %d", signal);
	errno = caller;
	return text;
}

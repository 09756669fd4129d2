/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

/* psignal(3). An empty prefix is no prefix; real-time signals have no text here:
 * observed on glibc 2.36. */
void psignal(int signal, const char *prefix)
{
	const char *text = sigdescr_np(signal), *separator = prefix && *prefix ? ": " : "";
	int caller = errno;

	if (!prefix)
		prefix = "";
	if (text)
		fprintf(stderr, "%s%s%s\n", prefix, separator, text);
	else
		fprintf(stderr, "%s%sUnknown signal %d\n", prefix, separator, signal);
	errno = caller;
}

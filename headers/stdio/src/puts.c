/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "stream.h"

int puts(const char *string)
{
	flockfile(stdout);
	int failed = fputs_unlocked(string, stdout) == EOF || putc_unlocked('\n', stdout) == EOF;
	funlockfile(stdout);
	return failed ? EOF : 1;
}

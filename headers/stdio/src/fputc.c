/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "stream.h"

int fputc(int c, FILE *stream)
{
	flockfile(stream);
	int result = fputc_unlocked(c, stream);
	funlockfile(stream);
	return result;
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "stream.h"

#include <string.h>

int fputs_unlocked(const char *__restrict string, FILE *__restrict stream)
{
	size_t length = strlen(string);

	return fwrite_unlocked(string, 1, length, stream) == length ? 1 : EOF;
}

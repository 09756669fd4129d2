/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "stream.h"

/* The libc's own. */
extern ssize_t libc_getdelim(char **__restrict line, size_t *__restrict size, int delimiter, FILE *__restrict stream) __asm__("getdelim");

ssize_t getdelim(char **__restrict line, size_t *__restrict size, int delimiter, FILE *__restrict stream)
{
	expect_readable(stream);
	return libc_getdelim(line, size, delimiter, stream);
}

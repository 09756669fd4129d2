/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "stream.h"

/* The libc's own. */
extern ssize_t libc_getline(char **__restrict line, size_t *__restrict size, FILE *__restrict stream) __asm__("getline");

ssize_t getline(char **__restrict line, size_t *__restrict size, FILE *__restrict stream)
{
	expect_readable(stream);
	return libc_getline(line, size, stream);
}

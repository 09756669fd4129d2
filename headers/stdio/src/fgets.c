/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "stream.h"

/* The libc's own. */
extern char *libc_fgets(char *__restrict buffer, int size, FILE *__restrict stream) __asm__("fgets");

char *fgets(char *__restrict buffer, int size, FILE *__restrict stream)
{
	expect_readable(stream);
	return libc_fgets(buffer, size, stream);
}

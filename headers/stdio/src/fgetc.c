/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "stream.h"

/* The libc's own. */
extern int libc_fgetc(FILE *stream) __asm__("fgetc");

int fgetc(FILE *stream)
{
	expect_readable(stream);
	return libc_fgetc(stream);
}

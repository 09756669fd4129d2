/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "stream.h"

/* The libc's own. */
extern int libc_getc_unlocked(FILE *stream) __asm__("getc_unlocked");

int getc_unlocked(FILE *stream)
{
	expect_readable(stream);
	return libc_getc_unlocked(stream);
}

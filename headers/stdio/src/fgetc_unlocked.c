/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "stream.h"

/* The libc's own. */
extern int libc_fgetc_unlocked(FILE *stream) __asm__("fgetc_unlocked");

int fgetc_unlocked(FILE *stream)
{
	expect_readable(stream);
	return libc_fgetc_unlocked(stream);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "stream.h"

extern int libc_fputc(int c, FILE *stream) __asm__("fputc_unlocked");

int fputc_unlocked(int c, FILE *stream)
{
	expect_writable(stream);
	/* musl stores into the buffer unless it is full, or flushes at a newline. */
	if (!__fpending(stream) && (c == '\n' || !__fbufsize(stream))) {
		char octet = c;

		return fwrite_unlocked(&octet, 1, 1, stream) == 1 ? (unsigned char)c : EOF;
	}
	return libc_fputc(c, stream);
}

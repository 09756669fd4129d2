/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "stream.h"

/* The libc's own. */
extern size_t libc_fread(void *__restrict data, size_t size, size_t count, FILE *__restrict stream) __asm__("fread");

size_t fread(void *__restrict data, size_t size, size_t count, FILE *__restrict stream)
{
	expect_readable(stream);
	return libc_fread(data, size, count, stream);
}

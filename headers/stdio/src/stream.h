/* SPDX-License-Identifier: MIT
 * stream.h: what the functions that write to or read from a stream share.
 */
#ifndef WILDEBEEST_STDIO_STREAM_H
#define WILDEBEEST_STDIO_STREAM_H

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdio_ext.h>

/* musl refuses a stream of the wrong kind without saying why; the reason is set
 * before it is asked, so that its own failure leaves it in errno. */
static inline void expect_writable(FILE *stream)
{
	if (!__fwritable(stream))
		errno = EBADF;
}

static inline void expect_readable(FILE *stream)
{
	if (!__freadable(stream))
		errno = EBADF;
}

/* Writes what musl would pass to writev behind an empty buffer: files of proc and
 * cgroup answer EINVAL to the empty first part. Returns how many octets of data
 * the kernel took; the rest is for the libc, which sets the stream's error, while
 * *error has the reason. The stream is locked by the caller, or its own. */
size_t wildebeest_stdio_direct(FILE *stream, const char *data, size_t size, int *error);

/* Rewrites what musl does not know in a format: %m is the text of a number of errno,
 * %b the digits of its argument. Returns the same format, a new one to free, or NULL
 * where memory is short. The arguments stay as they are. */
const char *wildebeest_stdio_format(const char *format, int number, va_list arguments);

/* The libc's own. */
extern size_t libc_fwrite(const void *__restrict data, size_t size, size_t count,
			  FILE *__restrict stream) __asm__("fwrite_unlocked");

#endif

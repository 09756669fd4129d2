/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "stream.h"

#include <stdarg.h>

/* The libc's own. */
extern int libc_vfscanf(FILE *__restrict stream, const char *__restrict format, va_list arguments) __asm__("vfscanf");

int vfscanf(FILE *__restrict stream, const char *__restrict format, va_list arguments)
{
	/* Observed on glibc 2.36: no error flag is set. */
	if (!__freadable(stream)) {
		errno = EBADF;
		return EOF;
	}
	return libc_vfscanf(stream, format, arguments);
}

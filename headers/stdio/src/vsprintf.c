/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "stream.h"

#include <stdarg.h>
#include <stdlib.h>

/* The libc's own. */
extern int libc_vsprintf(char *__restrict buffer, const char *__restrict format, va_list arguments) __asm__("vsprintf");

int vsprintf(char *__restrict buffer, const char *__restrict format, va_list arguments)
{
	int number = errno;
	const char *expanded = wildebeest_stdio_format(format, number, arguments);

	if (!expanded)
		return -1;
	errno = number;
	int length = libc_vsprintf(buffer, expanded, arguments);
	if (expanded != format) {
		int error = errno;
		free((char *)expanded);
		errno = error;
	}
	return length;
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "stream.h"

#include <stdarg.h>
#include <stdlib.h>

/* The libc's own. */
extern int libc_vasprintf(char **__restrict result, const char *__restrict format, va_list arguments) __asm__("vasprintf");

int vasprintf(char **__restrict result, const char *__restrict format, va_list arguments)
{
	int number = errno;
	const char *expanded = wildebeest_stdio_format(format, number, arguments);

	if (!expanded)
		return -1;
	errno = number;
	int length = libc_vasprintf(result, expanded, arguments);
	if (expanded != format) {
		int error = errno;
		free((char *)expanded);
		errno = error;
	}
	return length;
}

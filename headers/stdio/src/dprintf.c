/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdarg.h>
#include <stdio.h>

int dprintf(int fd, const char *__restrict format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	int length = vdprintf(fd, format, arguments);
	va_end(arguments);
	return length;
}

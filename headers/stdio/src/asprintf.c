/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdarg.h>
#include <stdio.h>

int asprintf(char **__restrict result, const char *__restrict format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	int length = vasprintf(result, format, arguments);
	va_end(arguments);
	return length;
}

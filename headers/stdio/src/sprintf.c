/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdarg.h>
#include <stdio.h>

int sprintf(char *__restrict buffer, const char *__restrict format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	int length = vsprintf(buffer, format, arguments);
	va_end(arguments);
	return length;
}

/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stdio.h>

int fscanf(FILE *__restrict stream, const char *__restrict format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	int count = vfscanf(stream, format, arguments);
	va_end(arguments);
	return count;
}

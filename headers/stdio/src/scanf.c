/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stdio.h>

int scanf(const char *__restrict format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	int count = vscanf(format, arguments);
	va_end(arguments);
	return count;
}

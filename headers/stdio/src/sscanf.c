/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stdio.h>

int sscanf(const char *__restrict string, const char *__restrict format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	int count = vsscanf(string, format, arguments);
	va_end(arguments);
	return count;
}

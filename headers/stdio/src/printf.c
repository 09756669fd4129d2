/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdarg.h>
#include <stdio.h>

int printf(const char *__restrict format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	int length = vfprintf(stdout, format, arguments);
	va_end(arguments);
	return length;
}

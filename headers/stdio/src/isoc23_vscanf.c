/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdarg.h>
#include <stdio.h>

int vscanf(const char *__restrict format, va_list arguments)
{
	return vfscanf(stdin, format, arguments);
}

/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stdio.h>

int vscanf(const char *__restrict format, va_list arguments)
{
	return vfscanf(stdin, format, arguments);
}

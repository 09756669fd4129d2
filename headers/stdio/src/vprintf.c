/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stdio.h>

int vprintf(const char *__restrict format, va_list arguments)
{
	return vfprintf(stdout, format, arguments);
}

/* SPDX-License-Identifier: MIT */
#include <err.h>

void err(int status, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	verr(status, format, arguments);
	va_end(arguments);
}

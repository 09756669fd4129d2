/* SPDX-License-Identifier: MIT */
#include <err.h>

void warn(const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	vwarn(format, arguments);
	va_end(arguments);
}

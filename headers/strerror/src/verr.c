/* SPDX-License-Identifier: MIT */
#include <err.h>
#include <stdlib.h>

void verr(int status, const char *format, va_list arguments)
{
	vwarn(format, arguments);
	exit(status);
}

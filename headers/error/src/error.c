/* SPDX-License-Identifier: MIT */
#include <error.h>
#include <stddef.h>

#include "message.h"

void error(int status, int errnum, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	wildebeest_error_message(status, errnum, NULL, format, arguments);
	va_end(arguments);
}

/* SPDX-License-Identifier: MIT */
#include <error.h>

#include "message.h"

void error(int status, int errnum, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	wildebeest_error_message(status, errnum, 0, 0, format, arguments);
	va_end(arguments);
}

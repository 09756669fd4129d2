/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "scan.h"

int vfscanf(FILE *__restrict stream, const char *__restrict format, va_list arguments)
{
	return wildebeest_stdio_scan_stream(stream, format, arguments, 1);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "scan.h"

int vsscanf(const char *__restrict string, const char *__restrict format, va_list arguments)
{
	return wildebeest_stdio_scan_string(string, format, arguments, 1);
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <obstack.h>
#include <stdio.h>

int obstack_printf(struct obstack *__restrict obstack,
		   const char *__restrict format, ...)
{
	va_list arguments;
	int length;

	va_start(arguments, format);
	length = obstack_vprintf(obstack, format, arguments);
	va_end(arguments);
	return length;
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "stream.h"

int putchar(int c)
{
	return fputc(c, stdout);
}

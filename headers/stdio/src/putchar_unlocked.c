/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "stream.h"

int putchar_unlocked(int c)
{
	return fputc_unlocked(c, stdout);
}

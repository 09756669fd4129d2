/* SPDX-License-Identifier: MIT */
#include "strfrom.h"

int strfromd(char *restrict dest, size_t size, const char *restrict format, double value)
{
	return strfrom_double(dest, size, format, value);
}

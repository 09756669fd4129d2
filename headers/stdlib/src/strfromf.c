/* SPDX-License-Identifier: MIT */
#include "strfrom.h"

int strfromf(char *restrict dest, size_t size, const char *restrict format, float value)
{
	return strfrom_double(dest, size, format, (double)value);
}

/* SPDX-License-Identifier: MIT */
#include "strfrom.h"

int strfroml(char *restrict dest, size_t size, const char *restrict format, long double value)
{
	struct strfrom parsed = strfrom_parse(format);

	return snprintf(dest, size, (char[]){'%', '.', '*', 'L', parsed.conversion, 0}, parsed.precision, value);
}

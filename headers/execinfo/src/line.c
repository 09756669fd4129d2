/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "line.h"

#include <dlfcn.h>
#include <stdint.h>

/* printf(3) may allocate; this is for programs that are about to fail. */
static char *hexadecimal(char *to, uintptr_t number)
{
	char digits[2 * sizeof number];
	int count = 0;

	do
		digits[count++] = "0123456789abcdef"[number % 16];
	while (number /= 16);
	*to++ = '0';
	*to++ = 'x';
	while (count)
		*to++ = digits[--count];
	*to = 0;
	return to;
}

void wildebeest_execinfo_place(struct place *place, const void *address)
{
	uintptr_t at = (uintptr_t)address, from;
	Dl_info info;

	place->file = place->symbol = NULL;
	hexadecimal(place->address, at);
	if (!dladdr(address, &info) || !info.dli_fname || !*info.dli_fname)
		return;
	place->file = info.dli_fname;
	place->symbol = info.dli_sname;
	from = (uintptr_t)(info.dli_sname ? info.dli_saddr : info.dli_fbase);
	place->offset[0] = at < from ? '-' : '+';
	hexadecimal(place->offset + 1, at < from ? from - at : at - from);
}

int wildebeest_execinfo_parts(const struct place *place,
			      const char *blank, const char *parts[LINE_PARTS])
{
	int count = 0;

	if (place->file) {
		parts[count++] = place->file;
		parts[count++] = "(";
		if (place->symbol)
			parts[count++] = place->symbol;
		parts[count++] = place->offset;
		parts[count++] = ")";
		parts[count++] = blank;
	}
	parts[count++] = "[";
	parts[count++] = place->address;
	return count;
}

/* SPDX-License-Identifier: MIT */
#ifndef WILDEBEEST_EXECINFO_LINE_H
#define WILDEBEEST_EXECINFO_LINE_H

#include <stddef.h>

/* Where an address is, as far as the dynamic linker knows. */
struct place {
	const char *file;   /* NULL: not known */
	const char *symbol; /* NULL: none before it */
	char offset[20];    /* "+0x1f" from the symbol, or from the file's start */
	char address[20];   /* "0x401136"; "(nil)" as printf has it, or "0x0" */
};

void wildebeest_execinfo_place(struct place *place, const void *address);

/* The parts of "file(symbol+0x1f) [0x401136" or "[0x401136"; the blank is that
 * of backtrace_symbols, observed on glibc 2.36. Returns how many there are. */
enum { LINE_PARTS = 8 };
int wildebeest_execinfo_parts(const struct place *place,
			      const char *blank, const char *parts[LINE_PARTS]);

#endif

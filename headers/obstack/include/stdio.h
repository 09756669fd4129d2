/* SPDX-License-Identifier: MIT
 * stdio.h: glibc's declares obstack_printf and obstack_vprintf.
 */
#include_next <stdio.h>

#ifndef WILDEBEEST_OBSTACK_STDIO_H
#define WILDEBEEST_OBSTACK_STDIO_H

#ifdef _GNU_SOURCE
#include <stdarg.h>
#include <sys/cdefs.h>

__BEGIN_DECLS

struct obstack;
extern int obstack_printf(struct obstack *__restrict obstack,
			  const char *__restrict format, ...)
	__THROW __attribute__((__format__(__printf__, 2, 3)));
extern int obstack_vprintf(struct obstack *__restrict obstack,
			   const char *__restrict format, va_list arguments)
	__THROW __attribute__((__format__(__printf__, 2, 0)));

__END_DECLS
#endif

#endif

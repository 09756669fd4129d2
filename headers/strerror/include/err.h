/* SPDX-License-Identifier: MIT
 * err.h: err(3) and warn(3) with the texts of glibc.
 */
#include_next <err.h>

#ifndef WILDEBEEST_STRERROR_ERR_H
#define WILDEBEEST_STRERROR_ERR_H

#include <stdarg.h>
#include <sys/cdefs.h>

__BEGIN_DECLS

extern void warn(const char *format, ...)
	__asm__("wildebeest_warn") __attribute__((__format__(__printf__, 1, 2)));
extern void vwarn(const char *format, va_list arguments)
	__asm__("wildebeest_vwarn") __attribute__((__format__(__printf__, 1, 0)));
extern void err(int status, const char *format, ...) __asm__("wildebeest_err")
	__attribute__((__noreturn__, __format__(__printf__, 2, 3)));
extern void verr(int status, const char *format, va_list arguments)
	__asm__("wildebeest_verr")
	__attribute__((__noreturn__, __format__(__printf__, 2, 0)));

__END_DECLS

#endif

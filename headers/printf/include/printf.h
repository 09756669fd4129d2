/* SPDX-License-Identifier: MIT
 * printf.h: what a printf format takes, as glibc tells it; musl has no header
 * of this name.
 */
#ifndef WILDEBEEST_PRINTF_PRINTF_H
#define WILDEBEEST_PRINTF_PRINTF_H

#include <features.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/cdefs.h>

__BEGIN_DECLS

/* One conversion. */
struct printf_info {
	int prec;
	int width;
	wchar_t spec; /* its letter */
	unsigned int is_long_double : 1;
	unsigned int is_short : 1;
	unsigned int is_long : 1;
	unsigned int alt : 1;
	unsigned int space : 1;
	unsigned int left : 1;
	unsigned int showsign : 1;
	unsigned int group : 1;
	unsigned int extra : 1;
	unsigned int is_char : 1;
	unsigned int wide : 1;
	unsigned int i18n : 1;
	unsigned int is_binary128 : 1;
	unsigned int __pad : 3;
	unsigned short int user;
	wchar_t pad;
};

/* Types of arguments; the flags add to them. */
enum {
	PA_INT,
	PA_CHAR,    /* an int, cast to char */
	PA_WCHAR,
	PA_STRING,
	PA_WSTRING,
	PA_POINTER,
	PA_FLOAT,
	PA_DOUBLE,
	PA_LAST
};

#define PA_FLAG_MASK 0xff00
#define PA_FLAG_LONG_LONG (1 << 8)
#define PA_FLAG_LONG_DOUBLE PA_FLAG_LONG_LONG
#define PA_FLAG_LONG (1 << 9)
#define PA_FLAG_SHORT (1 << 10)
#define PA_FLAG_PTR (1 << 11)

/* Store the types of up to n arguments; how many the format takes is returned.
 * An argument that no conversion names has no type stored. */
extern size_t parse_printf_format(const char *__restrict fmt, size_t n,
				  int *__restrict argtypes) __THROW;

__END_DECLS

#endif

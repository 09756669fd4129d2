/* SPDX-License-Identifier: MIT
 * stdio.h: streams as glibc has them. A stream of the wrong kind is EBADF, an
 * unbuffered write is one write(2) of the data alone, and %m is strerror's text. For
 * ISO C23, and where _GNU_SOURCE is defined, %i of scanf reads 0b, as in glibc since
 * 2.38.
 */
#include_next <stdio.h>

#ifndef WILDEBEEST_STDIO_STDIO_H
#define WILDEBEEST_STDIO_STDIO_H

#include <stdarg.h>
#include <sys/cdefs.h>
#include <bits/wildebeest_isoc23.h>

__BEGIN_DECLS

extern int vfprintf(FILE *__restrict stream, const char *__restrict format, va_list arguments)
	__asm__("wildebeest_vfprintf")
	__attribute__((__format__(__printf__, 2, 0)));
extern int vsprintf(char *__restrict buffer, const char *__restrict format, va_list arguments)
	__asm__("wildebeest_vsprintf")
	__attribute__((__format__(__printf__, 2, 0)));
extern int vprintf(const char *__restrict format, va_list arguments)
	__asm__("wildebeest_vprintf")
	__attribute__((__format__(__printf__, 1, 0)));
extern int fprintf(FILE *__restrict stream, const char *__restrict format, ...)
	__asm__("wildebeest_fprintf")
	__attribute__((__format__(__printf__, 2, 3)));
extern int printf(const char *__restrict format, ...)
	__asm__("wildebeest_printf")
	__attribute__((__format__(__printf__, 1, 2)));
extern int sprintf(char *__restrict buffer, const char *__restrict format, ...)
	__asm__("wildebeest_sprintf")
	__attribute__((__format__(__printf__, 2, 3)));
extern size_t fwrite(const void *__restrict data, size_t size, size_t count,
		     FILE *__restrict stream)
	__asm__("wildebeest_fwrite");
extern int fputs(const char *__restrict string, FILE *__restrict stream)
	__asm__("wildebeest_fputs");
extern int puts(const char *string)
	__asm__("wildebeest_puts");
extern int fputc(int c, FILE *stream)
	__asm__("wildebeest_fputc");
extern int putc(int c, FILE *stream)
	__asm__("wildebeest_fputc");
extern int putchar(int c)
	__asm__("wildebeest_putchar");
extern int fgetc(FILE *stream)
	__asm__("wildebeest_fgetc");
extern char *fgets(char *__restrict buffer, int size, FILE *__restrict stream)
	__asm__("wildebeest_fgets");
extern size_t fread(void *__restrict data, size_t size, size_t count, FILE *__restrict stream)
	__asm__("wildebeest_fread");
extern int getc(FILE *stream)
	__asm__("wildebeest_fgetc");
extern int fscanf(FILE *__restrict stream, const char *__restrict format, ...)
	__WILDEBEEST_ISOC23("fscanf")
	__attribute__((__format__(__scanf__, 2, 3)));
extern int scanf(const char *__restrict format, ...)
	__WILDEBEEST_ISOC23("scanf")
	__attribute__((__format__(__scanf__, 1, 2)));
extern int sscanf(const char *__restrict string, const char *__restrict format, ...)
	__WILDEBEEST_ISOC23("sscanf")
	__attribute__((__format__(__scanf__, 2, 3)));

#if !defined __STRICT_ANSI__ || __STDC_VERSION__ >= 199901L || defined __cplusplus
extern int vsnprintf(char *__restrict buffer, size_t size, const char *__restrict format, va_list arguments)
	__asm__("wildebeest_vsnprintf")
	__attribute__((__format__(__printf__, 3, 0)));
extern int snprintf(char *__restrict buffer, size_t size, const char *__restrict format, ...)
	__asm__("wildebeest_snprintf")
	__attribute__((__format__(__printf__, 3, 4)));
extern int vfscanf(FILE *__restrict stream, const char *__restrict format, va_list arguments)
	__WILDEBEEST_ISOC23("vfscanf")
	__attribute__((__format__(__scanf__, 2, 0)));
extern int vscanf(const char *__restrict format, va_list arguments)
	__WILDEBEEST_ISOC23("vscanf")
	__attribute__((__format__(__scanf__, 1, 0)));
extern int vsscanf(const char *__restrict string, const char *__restrict format, va_list arguments)
	__WILDEBEEST_ISOC23("vsscanf")
	__attribute__((__format__(__scanf__, 2, 0)));
#endif

#if defined _POSIX_C_SOURCE || defined _XOPEN_SOURCE || defined _GNU_SOURCE || \
	defined _BSD_SOURCE
extern int vdprintf(int fd, const char *__restrict format, va_list arguments)
	__asm__("wildebeest_vdprintf")
	__attribute__((__format__(__printf__, 2, 0)));
extern int dprintf(int fd, const char *__restrict format, ...)
	__asm__("wildebeest_dprintf")
	__attribute__((__format__(__printf__, 2, 3)));
extern int putc_unlocked(int c, FILE *stream)
	__asm__("wildebeest_fputc_unlocked");
extern int putchar_unlocked(int c)
	__asm__("wildebeest_putchar_unlocked");
extern int getc_unlocked(FILE *stream)
	__asm__("wildebeest_getc_unlocked");
extern ssize_t getdelim(char **__restrict line, size_t *__restrict size, int delimiter, FILE *__restrict stream)
	__asm__("wildebeest_getdelim");
extern ssize_t getline(char **__restrict line, size_t *__restrict size, FILE *__restrict stream)
	__asm__("wildebeest_getline");
#endif

#if defined _GNU_SOURCE || defined _BSD_SOURCE
extern int vasprintf(char **__restrict result, const char *__restrict format, va_list arguments)
	__asm__("wildebeest_vasprintf")
	__attribute__((__format__(__printf__, 2, 0)));
extern int asprintf(char **__restrict result, const char *__restrict format, ...)
	__asm__("wildebeest_asprintf")
	__attribute__((__format__(__printf__, 2, 3)));
extern size_t fwrite_unlocked(const void *__restrict data, size_t size, size_t count,
			      FILE *__restrict stream)
	__asm__("wildebeest_fwrite_unlocked");
extern int fputs_unlocked(const char *__restrict string, FILE *__restrict stream)
	__asm__("wildebeest_fputs_unlocked");
extern int fputc_unlocked(int c, FILE *stream)
	__asm__("wildebeest_fputc_unlocked");
extern int fgetc_unlocked(FILE *stream)
	__asm__("wildebeest_fgetc_unlocked");
extern size_t fread_unlocked(void *__restrict data, size_t size, size_t count, FILE *__restrict stream)
	__asm__("wildebeest_fread_unlocked");
#endif

__END_DECLS

#endif

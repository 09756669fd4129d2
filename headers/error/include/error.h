/* SPDX-License-Identifier: MIT
 * error.h: glibc's error(3); musl has no header of this name.
 */
#ifndef WILDEBEEST_ERROR_ERROR_H
#define WILDEBEEST_ERROR_ERROR_H

#include <features.h>
#include <sys/cdefs.h>

__BEGIN_DECLS

extern void error(int status, int errnum, const char *format, ...)
	__attribute__((__format__(__printf__, 3, 4)));
extern void error_at_line(int status, int errnum, const char *filename,
			  unsigned int linenum, const char *format, ...)
	__attribute__((__format__(__printf__, 5, 6)));

/* How many messages have been printed. */
extern unsigned int error_message_count;
/* When not 0, error_at_line prints one message per file and line. */
extern int error_one_per_line;
/* When not NULL, called to print the program's name in place of the default. */
extern void (*error_print_progname)(void);

__END_DECLS

#endif

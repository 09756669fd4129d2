/* SPDX-License-Identifier: MIT */
#ifndef WILDEBEEST_ERROR_MESSAGE_H
#define WILDEBEEST_ERROR_MESSAGE_H

#include <stdarg.h>

/* Where error_at_line saw the trouble; file may be NULL. */
struct place {
	const char *file;
	unsigned int line;
};

/* The part that error (place is NULL) and error_at_line share: flush stdout,
 * print the name of the program, the place and the message, then exit when
 * status is not 0. */
void wildebeest_error_message(int status, int errnum, const struct place *place,
			      const char *format, va_list arguments);

#endif

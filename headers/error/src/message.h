/* SPDX-License-Identifier: MIT */
#ifndef WILDEBEEST_ERROR_MESSAGE_H
#define WILDEBEEST_ERROR_MESSAGE_H

#include <stdarg.h>

/* The part that error and error_at_line share: flush stdout, print the name of
 * the program, the place (when file is not NULL) and the message, then exit
 * when status is not 0. */
void wildebeest_error_message(int status, int errnum, const char *file,
			      unsigned int line, const char *format,
			      va_list arguments);

#endif

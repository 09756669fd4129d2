/* SPDX-License-Identifier: MIT */
#include <error.h>
#include <string.h>

#include "message.h"

/* Whether error_one_per_line asks to drop a message for this place. */
static int printed_before(const char *filename, unsigned int linenum)
{
	static const char *last_filename;
	static unsigned int last_linenum;

	if (!error_one_per_line)
		return 0;
	if (linenum == last_linenum &&
	    (filename == last_filename ||
	     (filename && last_filename && !strcmp(filename, last_filename))))
		return 1;
	last_filename = filename;
	last_linenum = linenum;
	return 0;
}

void error_at_line(int status, int errnum, const char *filename,
		   unsigned int linenum, const char *format, ...)
{
	struct place place = {filename, linenum};
	va_list arguments;

	if (printed_before(filename, linenum))
		return;
	va_start(arguments, format);
	wildebeest_error_message(status, errnum, &place, format, arguments);
	va_end(arguments);
}

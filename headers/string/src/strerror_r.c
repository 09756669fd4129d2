/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>

/* strerror(3), GNU: a known number's text is static and buf stays untouched;
 * errno is preserved. */
char *strerror_r(int errnum, char *buf, size_t buflen)
{
	const char *text = strerrordesc_np(errnum);
	int saved = errno;

	if (text)
		return (char *)text;
	snprintf(buf, buflen, "Unknown error %d", errnum);
	errno = saved;
	return buf;
}

/* SPDX-License-Identifier: MIT
 * unistd.h: what glibc's header of this name has and musl's has not.
 */
#include_next <unistd.h>

#ifndef WILDEBEEST_UNISTD_UNISTD_H
#define WILDEBEEST_UNISTD_UNISTD_H

#ifdef _GNU_SOURCE
/* Evaluate until it does not fail with EINTR; the value is a long int. The
 * caller includes errno.h, as with glibc. */
#ifndef TEMP_FAILURE_RETRY
#define TEMP_FAILURE_RETRY(expression) \
	(__extension__({ \
		long int __wildebeest_result; \
		do \
			__wildebeest_result = (long int)(expression); \
		while (__wildebeest_result == -1L && errno == EINTR); \
		__wildebeest_result; \
	}))
#endif
#endif

#endif

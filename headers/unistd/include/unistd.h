/* SPDX-License-Identifier: MIT
 * unistd.h: what glibc's header of this name has and musl's lacks.
 */
#include_next <unistd.h>

#ifndef WILDEBEEST_UNISTD_UNISTD_H
#define WILDEBEEST_UNISTD_UNISTD_H

#include <features.h>
#include <sys/cdefs.h>

#define __NEED_socklen_t
#include <bits/alltypes.h>

__BEGIN_DECLS

#if defined _GNU_SOURCE || defined _BSD_SOURCE
/* PATH_MAX bytes are assumed, so it is deprecated. */
extern char *getwd(char *buf) __THROW __attribute_deprecated__;
#endif

#ifdef _GNU_SOURCE
extern char **__environ; /* musl has the symbol and declares environ */

extern int group_member(gid_t gid) __THROW;

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

__END_DECLS

#endif

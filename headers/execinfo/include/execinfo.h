/* SPDX-License-Identifier: MIT
 * execinfo.h: glibc's backtrace(3); musl has no header of this name.
 */
#ifndef WILDEBEEST_EXECINFO_EXECINFO_H
#define WILDEBEEST_EXECINFO_EXECINFO_H

#include <features.h>
#include <sys/cdefs.h>

__BEGIN_DECLS

/* Store up to size return addresses, the caller's own first; their number is
 * returned. */
extern int backtrace(void **array, int size) __nonnull((1));
/* A line for each address, in one block for free(3), or NULL. */
extern char **backtrace_symbols(void *const *array, int size) __THROW
	__nonnull((1));
/* The same lines to a file, without malloc(3). */
extern void backtrace_symbols_fd(void *const *array, int size, int fd) __THROW
	__nonnull((1));

__END_DECLS

#endif

/* SPDX-License-Identifier: MIT
 * string.h: GNU's names and texts of errors.
 */
#include_next <string.h>

#ifndef WILDEBEEST_ERRNAMES_STRING_H
#define WILDEBEEST_ERRNAMES_STRING_H

#include <sys/cdefs.h>

#ifdef _GNU_SOURCE
__BEGIN_DECLS

extern const char *strerrorname_np(int errnum) __THROW;
extern const char *strerrordesc_np(int errnum) __THROW;

__END_DECLS
#endif

#endif

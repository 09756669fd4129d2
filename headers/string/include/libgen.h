/* SPDX-License-Identifier: MIT
 * libgen.h: POSIX's basename keeps its symbol of musl, __xpg_basename, so that
 * string.h can have GNU's. As with glibc the macro says which one a file gets:
 * POSIX's wherever libgen.h is included.
 */
#ifndef WILDEBEEST_STRING_LIBGEN_H
#define WILDEBEEST_STRING_LIBGEN_H

#ifndef basename
#define basename __xpg_basename
#endif

#include_next <libgen.h>

#endif

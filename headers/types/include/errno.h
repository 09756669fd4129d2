/* SPDX-License-Identifier: MIT
 * errno.h: error_t, the type of functions that return an error number, which
 * glibc has under _GNU_SOURCE.
 */
#include_next <errno.h>

#ifndef WILDEBEEST_TYPES_ERRNO_H
#define WILDEBEEST_TYPES_ERRNO_H

#ifdef _GNU_SOURCE
#ifndef __error_t_defined
#define __error_t_defined 1
typedef int error_t;
#endif
#endif

#endif

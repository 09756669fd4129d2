/* SPDX-License-Identifier: MIT
 * stdlib.h: glibc's includes sys/types.h by default.
 */
#include_next <stdlib.h>

#ifndef WILDEBEEST_TYPES_STDLIB_H
#define WILDEBEEST_TYPES_STDLIB_H

#if defined _GNU_SOURCE || defined _BSD_SOURCE
#include <sys/types.h>
#endif

#endif

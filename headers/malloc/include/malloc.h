/* SPDX-License-Identifier: MIT
 * malloc.h: what glibc's header of this name has and musl's lacks.
 */
#include_next <malloc.h>

#ifndef WILDEBEEST_MALLOC_MALLOC_H
#define WILDEBEEST_MALLOC_MALLOC_H

#include <features.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/cdefs.h>

/* What mallopt can be asked to set. */
#define M_MXFAST 1
#define M_NLBLKS 2
#define M_GRAIN 3
#define M_KEEP 4
#define M_TRIM_THRESHOLD -1
#define M_TOP_PAD -2
#define M_MMAP_THRESHOLD -3
#define M_MMAP_MAX -4
#define M_CHECK_ACTION -5
#define M_PERTURB -6
#define M_ARENA_TEST -7
#define M_ARENA_MAX -8

__BEGIN_DECLS

/* 1 when the parameter was set: on musl none is, so it is 0. */
extern int mallopt(int parameter, int value) __THROW;
/* 1 when memory went back to the system: on musl that happens in free, so it
 * is 0. */
extern int malloc_trim(size_t pad) __THROW;
extern void *pvalloc(size_t size) __THROW __attribute_malloc__;

__END_DECLS

#endif

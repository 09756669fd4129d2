/* SPDX-License-Identifier: MIT
 * bits/wildebeest_compar.h: the types of functions that compare, which glibc shows
 * in stdlib.h and search.h.
 */
#ifndef WILDEBEEST_STDLIB_COMPAR_H
#define WILDEBEEST_STDLIB_COMPAR_H

#define __COMPAR_FN_T
typedef int (*__compar_fn_t)(const void *, const void *);
#ifdef _GNU_SOURCE
typedef __compar_fn_t comparison_fn_t;
#endif

#endif

/* SPDX-License-Identifier: MIT
 * search.h: comparison_fn_t, and twalk with a closure.
 */
#include_next <search.h>
#include <bits/wildebeest_compar.h>

#ifndef WILDEBEEST_STDLIB_SEARCH_H
#define WILDEBEEST_STDLIB_SEARCH_H

#include <features.h>
#include <sys/cdefs.h>

#ifdef _GNU_SOURCE
__BEGIN_DECLS

extern void twalk_r(const void *root, void (*action)(const void *node, VISIT order, void *closure), void *closure);

__END_DECLS
#endif

#endif

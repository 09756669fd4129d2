/* SPDX-License-Identifier: MIT
 * search.h: comparison_fn_t.
 */
#include_next <search.h>
#include <bits/wildebeest_compar.h>

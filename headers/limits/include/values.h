/* SPDX-License-Identifier: MIT
 * values.h: the limits that it brings in, as Linux has them.
 */
#include_next <values.h>

#include <limits.h>
#include <bits/wildebeest_limits.h>

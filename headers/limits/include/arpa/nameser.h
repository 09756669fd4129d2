/* SPDX-License-Identifier: MIT
 * arpa/nameser.h: the limits that it exposes in glibc, as Linux has them.
 */
#include_next <arpa/nameser.h>

#include <limits.h>
#include <bits/wildebeest_limits.h>

/* SPDX-License-Identifier: MIT
 * dirent.h: the limits that it exposes in glibc, as Linux has them.
 */
#include_next <dirent.h>

#if defined _GNU_SOURCE || defined _BSD_SOURCE
#include <limits.h>
#endif
#include <bits/wildebeest_limits.h>

/* SPDX-License-Identifier: MIT
 * sys/utsname.h: uname's names are what HOST_NAME_MAX is about.
 */
#include_next <sys/utsname.h>

#ifdef _GNU_SOURCE
#include <limits.h>
#endif
#include <bits/wildebeest_limits.h>

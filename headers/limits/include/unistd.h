/* SPDX-License-Identifier: MIT
 * unistd.h: gethostname's and getgroups' limits, and sysconf that agrees.
 */
#include_next <unistd.h>

#ifdef _GNU_SOURCE
#include <limits.h>
#endif
#include <bits/wildebeest_limits.h>

#ifndef WILDEBEEST_LIMITS_UNISTD_H
#define WILDEBEEST_LIMITS_UNISTD_H

#include <sys/cdefs.h>

__BEGIN_DECLS

extern long sysconf(int name) __asm__("wildebeest_sysconf");

__END_DECLS

#endif

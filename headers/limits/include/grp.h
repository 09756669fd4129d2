/* SPDX-License-Identifier: MIT
 * grp.h: setgroups' limit, and initgroups that goes up to it.
 */
#include_next <grp.h>

#ifdef _GNU_SOURCE
#include <limits.h>
#endif
#include <bits/wildebeest_limits.h>

#ifndef WILDEBEEST_LIMITS_GRP_H
#define WILDEBEEST_LIMITS_GRP_H

#include <sys/cdefs.h>

__BEGIN_DECLS

#if defined _GNU_SOURCE || defined _BSD_SOURCE
extern int initgroups(const char *user, gid_t group)
	__asm__("wildebeest_initgroups");
#endif

__END_DECLS

#endif

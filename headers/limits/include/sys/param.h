/* SPDX-License-Identifier: MIT
 * sys/param.h: the limits that it brings in, as Linux has them.
 */
#include_next <sys/param.h>

#include <limits.h>
#include <bits/wildebeest_limits.h>

#ifndef WILDEBEEST_LIMITS_SYS_PARAM_H
#define WILDEBEEST_LIMITS_SYS_PARAM_H

#undef NGROUPS
#define NGROUPS NGROUPS_MAX

#endif

/* SPDX-License-Identifier: MIT
 * bits/wildebeest_limits.h: corrects what limits.h has said, if it was included
 * and spoke of more than C, of which TTY_NAME_MAX is the sign. It comes behind
 * limits.h in several headers.
 */
#if defined TTY_NAME_MAX && defined HOST_NAME_MAX && !defined WILDEBEEST_LIMITS_H
#define WILDEBEEST_LIMITS_H

/* gethostname(2): "64 on Linux". */
#undef HOST_NAME_MAX
#define HOST_NAME_MAX 64

/* getgroups(2): "65,536 since Linux 2.6.4". */
#undef NGROUPS_MAX
#define NGROUPS_MAX 65536

#endif

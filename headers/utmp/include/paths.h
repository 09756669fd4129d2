/* SPDX-License-Identifier: MIT
 * paths.h: where login records are; musl's paths are below /dev/null.
 */
#include_next <paths.h>

#undef _PATH_UTMP
#undef _PATH_WTMP
#define _PATH_UTMP "/var/run/utmp"
#define _PATH_WTMP "/var/log/wtmp"

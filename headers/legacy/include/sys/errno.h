/* SPDX-License-Identifier: MIT
 * sys/errno.h: an old name of errno.h; musl's warns, which -Werror makes an
 * error; so it is not reached by #include_next.
 */
#ifndef WILDEBEEST_LEGACY_SYS_ERRNO_H
#define WILDEBEEST_LEGACY_SYS_ERRNO_H

#include <errno.h>

#endif

/* SPDX-License-Identifier: MIT
 * sys/fcntl.h: an old name of fcntl.h; musl's warns, which -Werror makes an
 * error; so it is not reached by #include_next.
 */
#ifndef WILDEBEEST_LEGACY_SYS_FCNTL_H
#define WILDEBEEST_LEGACY_SYS_FCNTL_H

#include <fcntl.h>

#endif

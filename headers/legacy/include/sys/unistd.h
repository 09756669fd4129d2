/* SPDX-License-Identifier: MIT
 * sys/unistd.h: an old name of unistd.h.
 */
#ifndef WILDEBEEST_LEGACY_SYS_UNISTD_H
#define WILDEBEEST_LEGACY_SYS_UNISTD_H

#include <unistd.h>

#endif

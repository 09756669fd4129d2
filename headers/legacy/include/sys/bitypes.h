/* SPDX-License-Identifier: MIT
 * sys/bitypes.h: an old name of sys/types.h.
 */
#ifndef WILDEBEEST_LEGACY_SYS_BITYPES_H
#define WILDEBEEST_LEGACY_SYS_BITYPES_H

#include <sys/types.h>

#endif

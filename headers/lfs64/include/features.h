/* SPDX-License-Identifier: MIT
 * features.h: _GNU_SOURCE includes _LARGEFILE64_SOURCE, as with glibc. musl's
 * headers keep the names apart since 1.2.4.
 */
#ifndef WILDEBEEST_LFS64_FEATURES_H
#define WILDEBEEST_LFS64_FEATURES_H

#include_next <features.h>

#if defined _GNU_SOURCE && !defined _LARGEFILE64_SOURCE
#define _LARGEFILE64_SOURCE 1
#endif

#endif

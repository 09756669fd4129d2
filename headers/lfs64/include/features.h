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

/* glibc shows the types in most headers; musl in few, and as these macros too. */
#ifdef _LARGEFILE64_SOURCE
#define __NEED_blkcnt_t
#define __NEED_fsblkcnt_t
#define __NEED_fsfilcnt_t
#define __NEED_ino_t
#define __NEED_off_t
#include <bits/alltypes.h>
#define blkcnt64_t blkcnt_t
#define fsblkcnt64_t fsblkcnt_t
#define fsfilcnt64_t fsfilcnt_t
#define ino64_t ino_t
#define off64_t off_t
#endif

#endif

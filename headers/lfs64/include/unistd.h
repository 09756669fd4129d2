/* SPDX-License-Identifier: MIT
 * unistd.h: what lfs64(7) says is there; musl's offsets are 64 bits wide.
 */
#include_next <unistd.h>

#ifndef WILDEBEEST_LFS64_UNISTD_H
#define WILDEBEEST_LFS64_UNISTD_H

#define _LFS_LARGEFILE 1
#define _LFS_ASYNCHRONOUS_IO 1
#define _LFS64_LARGEFILE 1
#define _LFS64_STDIO 1
#define _LFS64_ASYNCHRONOUS_IO 1

#endif

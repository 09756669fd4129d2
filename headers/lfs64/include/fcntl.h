/* SPDX-License-Identifier: MIT
 * fcntl.h: glibc's has struct stat64, which is struct stat by another name.
 */
#include_next <fcntl.h>

#ifndef WILDEBEEST_LFS64_FCNTL_H
#define WILDEBEEST_LFS64_FCNTL_H

#ifdef _LARGEFILE64_SOURCE
#include <sys/stat.h>
#endif

#endif

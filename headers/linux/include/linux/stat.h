/* SPDX-License-Identifier: MIT
 * linux/stat.h: struct statx, which musl's sys/stat.h defines too, from 1.2.5 on.
 * sys/stat.h comes first: it hides musl's. The kernel's header leaves S_IFMT and
 * its kind to the C library only where that is glibc.
 */
#ifndef WILDEBEEST_LINUX_LINUX_STAT_H
#define WILDEBEEST_LINUX_LINUX_STAT_H

#include <sys/stat.h>

#ifdef __GLIBC__
#include_next <linux/stat.h>
#else
#define __GLIBC__ 2
#include_next <linux/stat.h>
#undef __GLIBC__
#endif

#endif

/* SPDX-License-Identifier: MIT
 * bits/types.h: glibc's names with two underscores for the types of POSIX;
 * each is musl's type.
 */
#ifndef WILDEBEEST_TYPES_BITS_TYPES_H
#define WILDEBEEST_TYPES_BITS_TYPES_H

#include <features.h>

#define __NEED_blkcnt_t
#define __NEED_blksize_t
#define __NEED_clock_t
#define __NEED_clockid_t
#define __NEED_dev_t
#define __NEED_fsblkcnt_t
#define __NEED_fsfilcnt_t
#define __NEED_gid_t
#define __NEED_id_t
#define __NEED_ino_t
#define __NEED_intmax_t
#define __NEED_intptr_t
#define __NEED_key_t
#define __NEED_mode_t
#define __NEED_nlink_t
#define __NEED_off_t
#define __NEED_pid_t
#define __NEED_socklen_t
#define __NEED_ssize_t
#define __NEED_suseconds_t
#define __NEED_time_t
#define __NEED_timer_t
#define __NEED_uid_t
#define __NEED_uintmax_t
#define __NEED_useconds_t
#include <bits/alltypes.h>

typedef blkcnt_t __blkcnt_t;
typedef blkcnt_t __blkcnt64_t;
typedef blksize_t __blksize_t;
typedef char *__caddr_t;
typedef clock_t __clock_t;
typedef clockid_t __clockid_t;
typedef int __daddr_t;
typedef dev_t __dev_t;
typedef fsblkcnt_t __fsblkcnt_t;
typedef fsblkcnt_t __fsblkcnt64_t;
typedef fsfilcnt_t __fsfilcnt_t;
typedef fsfilcnt_t __fsfilcnt64_t;
typedef gid_t __gid_t;
typedef id_t __id_t;
typedef ino_t __ino_t;
typedef ino_t __ino64_t;
typedef intmax_t __intmax_t;
typedef intptr_t __intptr_t;
typedef key_t __key_t;
typedef off_t __loff_t;
typedef mode_t __mode_t;
typedef nlink_t __nlink_t;
typedef off_t __off_t;
typedef off_t __off64_t;
typedef pid_t __pid_t;
__extension__ typedef unsigned long long __rlim_t; /* musl's rlim_t */
__extension__ typedef unsigned long long __rlim64_t;
typedef socklen_t __socklen_t;
typedef ssize_t __ssize_t;
typedef suseconds_t __suseconds_t;
typedef time_t __time_t;
typedef timer_t __timer_t;
typedef uid_t __uid_t;
typedef uintmax_t __uintmax_t;
typedef useconds_t __useconds_t;
typedef unsigned long __fd_mask; /* musl's fd_mask */
/* musl's fsid_t is struct __fsid_t itself, of sys/statfs.h. */
struct __fsid_t;
typedef struct __fsid_t __fsid_t;

#endif

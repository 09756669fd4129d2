/* SPDX-License-Identifier: MIT
 * sys/socket.h: newer families, levels and options. Not by the kernel's
 * asm/socket.h, as in glibc: it would redefine musl's SO_SNDTIMEO and its kind by
 * names that it defines only where libc has not been there first.
 */
#include_next <sys/socket.h>

#ifndef WILDEBEEST_LINUX_SYS_SOCKET_H
#define WILDEBEEST_LINUX_SYS_SOCKET_H

#ifndef PF_MCTP
#define PF_MCTP 45
#define AF_MCTP PF_MCTP
#endif
#ifndef SOL_MPTCP
#define SOL_MPTCP 284
#endif
#ifndef SOL_MCTP
#define SOL_MCTP 285
#endif
#ifndef SOL_SMC
#define SOL_SMC 286
#endif
/* asm-generic/socket.h */
#ifndef SO_NETNS_COOKIE
#define SO_NETNS_COOKIE 71
#endif
#ifndef SO_BUF_LOCK
#define SO_BUF_LOCK 72
#endif
#ifndef SO_RESERVE_MEM
#define SO_RESERVE_MEM 73
#endif
#ifndef SO_TXREHASH
#define SO_TXREHASH 74
#endif
#ifndef SO_RCVMARK
#define SO_RCVMARK 75
#endif
#if defined _GNU_SOURCE && !defined SCM_PIDFD
#define SCM_PIDFD 0x04
#endif
#if defined _GNU_SOURCE && !defined MSG_TRYHARD
#define MSG_TRYHARD MSG_DONTROUTE
#endif

#endif

/* SPDX-License-Identifier: MIT
 * sys/socket.h: newer families, levels and options. SO_ constants are those of
 * the kernel's asm/socket.h, which glibc's header includes too.
 */
#include_next <sys/socket.h>

#ifndef WILDEBEEST_LINUX_SYS_SOCKET_H
#define WILDEBEEST_LINUX_SYS_SOCKET_H

#include <asm/socket.h>

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
#if defined _GNU_SOURCE && !defined MSG_TRYHARD
#define MSG_TRYHARD MSG_DONTROUTE
#endif

#endif

/* SPDX-License-Identifier: MIT
 * sys/syscall.h: the numbers of system calls newer than musl; glibc's header has
 * what the kernel's asm/unistd.h has.
 */
#include_next <sys/syscall.h>

#ifndef WILDEBEEST_LINUX_SYS_SYSCALL_H
#define WILDEBEEST_LINUX_SYS_SYSCALL_H

#include <asm/unistd.h>

#if defined __NR_futex_waitv && !defined SYS_futex_waitv
#define SYS_futex_waitv __NR_futex_waitv
#endif
#if defined __NR_memfd_secret && !defined SYS_memfd_secret
#define SYS_memfd_secret __NR_memfd_secret
#endif
#if defined __NR_process_mrelease && !defined SYS_process_mrelease
#define SYS_process_mrelease __NR_process_mrelease
#endif
#if defined __NR_quotactl_fd && !defined SYS_quotactl_fd
#define SYS_quotactl_fd __NR_quotactl_fd
#endif
#if defined __NR_set_mempolicy_home_node && !defined SYS_set_mempolicy_home_node
#define SYS_set_mempolicy_home_node __NR_set_mempolicy_home_node
#endif

#endif

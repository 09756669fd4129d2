/* SPDX-License-Identifier: MIT
 * sched.h: the scheduling calls musl leaves out (ENOSYS), and glibc's CPU sets.
 */
#include_next <sched.h>

#ifndef WILDEBEEST_SCHED_SCHED_H
#define WILDEBEEST_SCHED_SCHED_H

#include <sys/cdefs.h>

__BEGIN_DECLS

/* On Linux these change one thread; pid 0 is the calling one (sched(7)). */
extern int sched_setparam(pid_t pid, const struct sched_param *param)
	__asm__("wildebeest_sched_setparam");
extern int sched_getparam(pid_t pid, struct sched_param *param)
	__asm__("wildebeest_sched_getparam");
extern int sched_setscheduler(pid_t pid, int policy, const struct sched_param *param)
	__asm__("wildebeest_sched_setscheduler");
extern int sched_getscheduler(pid_t pid)
	__asm__("wildebeest_sched_getscheduler");

#define __sched_priority sched_priority

#ifdef _GNU_SOURCE
#ifndef SCHED_ISO
#define SCHED_ISO 4
#endif

/* The type of a cpu_set_t's __bits, and how a CPU's number becomes a bit. */
typedef unsigned long __cpu_mask;
#define __CPU_SETSIZE 1024
#define __NCPUBITS (8 * sizeof(__cpu_mask))
#define __CPUELT(cpu) ((cpu) / __NCPUBITS)
#define __CPUMASK(cpu) ((__cpu_mask)1 << ((cpu) % __NCPUBITS))

/* musl 1.2.3 says 128, the size in octets. */
#undef CPU_SETSIZE
#define CPU_SETSIZE __CPU_SETSIZE

extern int getcpu(unsigned *cpu, unsigned *node)
	__asm__("wildebeest_getcpu");

#ifndef SCHED_NORMAL
#define SCHED_NORMAL 0
#endif
#ifndef SCHED_EXT
#define SCHED_EXT 7
#endif
#ifndef SCHED_FLAG_RESET_ON_FORK
#define SCHED_FLAG_RESET_ON_FORK	0x01
#define SCHED_FLAG_RECLAIM		0x02
#define SCHED_FLAG_DL_OVERRUN		0x04
#define SCHED_FLAG_KEEP_POLICY		0x08
#define SCHED_FLAG_KEEP_PARAMS		0x10
#define SCHED_FLAG_UTIL_CLAMP_MIN	0x20
#define SCHED_FLAG_UTIL_CLAMP_MAX	0x40
#define SCHED_FLAG_KEEP_ALL	(SCHED_FLAG_KEEP_POLICY	| \
				 SCHED_FLAG_KEEP_PARAMS)
#define SCHED_FLAG_UTIL_CLAMP	(SCHED_FLAG_UTIL_CLAMP_MIN | \
				 SCHED_FLAG_UTIL_CLAMP_MAX)
#endif

/* struct sched_attr is the kernel's, whose header had a struct sched_param too. */
#define sched_param wildebeest_kernel_sched_param
#include <linux/sched/types.h>
#undef sched_param
extern int sched_setattr(pid_t tid, struct sched_attr *attr, unsigned flags);
extern int sched_getattr(pid_t tid, struct sched_attr *attr, unsigned size, unsigned flags);
#endif

__END_DECLS

#endif

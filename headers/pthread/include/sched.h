/* SPDX-License-Identifier: MIT
 * sched.h: the parts of a cpu_set_t by glibc's names. musl's CPU_SETSIZE is
 * the size in bytes; glibc's is the number of processors a set has room for.
 */
#include_next <sched.h>

#ifndef WILDEBEEST_PTHREAD_SCHED_H
#define WILDEBEEST_PTHREAD_SCHED_H

#ifdef _GNU_SOURCE
typedef unsigned long __cpu_mask;
#define __CPU_SETSIZE 1024
#define __NCPUBITS (8 * sizeof(__cpu_mask))
#undef CPU_SETSIZE
#define CPU_SETSIZE __CPU_SETSIZE
#endif

#endif

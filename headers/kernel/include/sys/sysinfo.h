/* SPDX-License-Identifier: MIT
 * sys/sysinfo.h: sysinfo(2) and get_nprocs(3). struct sysinfo is the kernel's, as
 * with glibc; musl's own is longer, but sysinfo fills the kernel's part only.
 */
#ifndef _SYS_SYSINFO_H
#define _SYS_SYSINFO_H

#include <features.h>
#include <sys/cdefs.h>

#include <linux/kernel.h>

__BEGIN_DECLS

extern int sysinfo(struct sysinfo *info) __THROW;
extern int get_nprocs_conf(void) __THROW;
extern int get_nprocs(void) __THROW;
extern long get_phys_pages(void) __THROW;
extern long get_avphys_pages(void) __THROW;

__END_DECLS

#endif

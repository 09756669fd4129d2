/* SPDX-License-Identifier: MIT
 * sys/prctl.h: prctl(2). The constants and struct prctl_mm_map are the kernel's,
 * as with glibc.
 */
#ifndef _SYS_PRCTL_H
#define _SYS_PRCTL_H

#include <features.h>
#include <stdint.h>
#include <sys/cdefs.h>

#include <linux/prctl.h>

__BEGIN_DECLS

extern int prctl(int option, ...) __THROW;

__END_DECLS

#endif

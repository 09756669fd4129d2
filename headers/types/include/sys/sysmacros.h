/* SPDX-License-Identifier: MIT
 * sys/sysmacros.h: the functions behind major, minor and makedev.
 */
#include_next <sys/sysmacros.h>

#ifndef WILDEBEEST_TYPES_SYS_SYSMACROS_H
#define WILDEBEEST_TYPES_SYS_SYSMACROS_H

#define __NEED_dev_t
#include <bits/alltypes.h>
#include <sys/cdefs.h>

__BEGIN_DECLS

extern unsigned int gnu_dev_major(dev_t device) __THROW __attribute_const__;
extern unsigned int gnu_dev_minor(dev_t device) __THROW __attribute_const__;
extern dev_t gnu_dev_makedev(unsigned int major, unsigned int minor) __THROW __attribute_const__;

__END_DECLS

#endif

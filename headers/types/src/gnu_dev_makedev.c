/* SPDX-License-Identifier: MIT */
#include <sys/sysmacros.h>

dev_t gnu_dev_makedev(unsigned int major, unsigned int minor)
{
	return makedev(major, minor);
}

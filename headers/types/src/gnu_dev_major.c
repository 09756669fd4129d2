/* SPDX-License-Identifier: MIT */
#include <sys/sysmacros.h>

unsigned int gnu_dev_major(dev_t device)
{
	return major(device);
}

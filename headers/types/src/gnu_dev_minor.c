/* SPDX-License-Identifier: MIT */
#include <sys/sysmacros.h>

unsigned int gnu_dev_minor(dev_t device)
{
	return minor(device);
}

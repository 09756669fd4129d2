/* SPDX-License-Identifier: MIT */
#include "traps.h"

int fegetexcept(void)
{
	return traps_get();
}

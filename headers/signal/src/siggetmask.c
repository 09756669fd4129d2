/* SPDX-License-Identifier: MIT */
#include "bsd_mask.h"

int siggetmask(void)
{
	return change_mask(SIG_BLOCK, 0);
}

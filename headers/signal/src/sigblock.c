/* SPDX-License-Identifier: MIT */
#include "bsd_mask.h"

int sigblock(int mask)
{
	return change_mask(SIG_BLOCK, mask);
}

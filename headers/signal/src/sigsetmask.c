/* SPDX-License-Identifier: MIT */
#include "bsd_mask.h"

int sigsetmask(int mask)
{
	return change_mask(SIG_SETMASK, mask);
}

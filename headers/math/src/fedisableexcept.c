/* SPDX-License-Identifier: MIT */
#include "traps.h"

int fedisableexcept(int excepts)
{
	int before = traps_get();

	return traps_set(before & ~(excepts & TRAPS)) ? before : -1;
}

/* SPDX-License-Identifier: MIT */
#include "traps.h"

int feenableexcept(int excepts)
{
	int before = traps_get();

	return traps_set(before | TRAPS_ASKED(excepts)) ? before : -1;
}

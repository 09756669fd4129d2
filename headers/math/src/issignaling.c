/* SPDX-License-Identifier: MIT */
#include "issignaling.h"

int __issignaling(double value)
{
	union {
		double value;
		uint64_t bits;
	} number = {value};

	return signals(number.bits & INT64_MAX, 0x7ff8000000000000, 0x0008000000000000);
}

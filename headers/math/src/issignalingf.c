/* SPDX-License-Identifier: MIT */
#include "issignaling.h"

int __issignalingf(float value)
{
	union {
		float value;
		uint32_t bits;
	} number = {value};

	return signals(number.bits & INT32_MAX, 0x7fc00000, 0x00400000);
}

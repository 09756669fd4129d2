/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <signal.h>
#include <string.h>

static const char *const texts[] = {
#define TEXT(number, name, description) [number] = description,
#include "signals.h"
};

const char *sigdescr_np(int sig)
{
	if (sig < 0 || (size_t)sig >= sizeof texts / sizeof *texts)
		return NULL;
	return texts[sig];
}

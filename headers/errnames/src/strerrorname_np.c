/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <errno.h>
#include <string.h>

static const char *const texts[] = {
#define TEXT(name, description) [name] = #name,
#include "errors.h"
};

const char *strerrorname_np(int errnum)
{
	if (errnum < 0 || (size_t)errnum >= sizeof texts / sizeof *texts)
		return NULL;
	return texts[errnum];
}

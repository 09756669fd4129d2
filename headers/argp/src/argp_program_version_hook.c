/* SPDX-License-Identifier: MIT */
#include <argp.h>

/* Weak, and alone in its object: programs define it themselves. */
WILDEBEEST_PUBLIC __attribute__((__weak__)) void (*argp_program_version_hook)(
	FILE *__restrict stream, struct argp_state *__restrict state);

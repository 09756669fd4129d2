/* SPDX-License-Identifier: MIT */
#include <argp.h>

/* Weak, and alone in its object: programs define it themselves. */
WILDEBEEST_PUBLIC __attribute__((__weak__)) const char *argp_program_bug_address;

/* SPDX-License-Identifier: MIT */
#include <argp.h>
#include <sysexits.h>

/* Weak, and alone in its object: programs define it themselves. */
WILDEBEEST_PUBLIC __attribute__((__weak__)) error_t argp_err_exit_status = EX_USAGE;

/* SPDX-License-Identifier: MIT */
#include <argp.h>
#include <stddef.h>
#include <sysexits.h>

WILDEBEEST_PUBLIC const char *argp_program_version;
WILDEBEEST_PUBLIC void (*argp_program_version_hook)(
	FILE *__restrict stream, struct argp_state *__restrict state);
WILDEBEEST_PUBLIC const char *argp_program_bug_address;
WILDEBEEST_PUBLIC error_t argp_err_exit_status = EX_USAGE;

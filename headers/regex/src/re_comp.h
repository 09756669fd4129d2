/* SPDX-License-Identifier: MIT
 * re_comp.h: the pattern of re_comp(3), which re_exec matches.
 */
#ifndef WILDEBEEST_REGEX_SRC_RE_COMP_H
#define WILDEBEEST_REGEX_SRC_RE_COMP_H

#define _REGEX_RE_COMP
#include "program.h"

extern struct re_pattern_buffer wildebeest_regex_kept;

#endif

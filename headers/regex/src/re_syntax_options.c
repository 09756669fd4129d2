/* SPDX-License-Identifier: MIT */
#include "program.h"

WILDEBEEST_PUBLIC reg_syntax_t re_syntax_options = RE_SYNTAX_EMACS;

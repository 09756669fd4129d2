/* SPDX-License-Identifier: MIT */
#include "program.h"

reg_syntax_t re_set_syntax(reg_syntax_t syntax)
{
	reg_syntax_t before = re_syntax_options;

	re_syntax_options = syntax;
	return before;
}

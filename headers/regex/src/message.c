/* SPDX-License-Identifier: MIT */
#include "message.h"
#include "program.h"

const char *wildebeest_regex_message(int error)
{
	static const char *const messages[] = {
		[REG_NOERROR] = "Success",
		[REG_NOMATCH] = "No match",
		[REG_BADPAT] = "Invalid regular expression",
		[REG_ECOLLATE] = "Invalid collation character",
		[REG_ECTYPE] = "Invalid character class name",
		[REG_EESCAPE] = "Trailing backslash",
		[REG_ESUBREG] = "Invalid back reference",
		[REG_EBRACK] = "Unmatched [, [^, [:, [., or [=",
		[REG_EPAREN] = "Unmatched ( or \\(",
		[REG_EBRACE] = "Unmatched \\{",
		[REG_BADBR] = "Invalid content of \\{\\}",
		[REG_ERANGE] = "Invalid range end",
		[REG_ESPACE] = "Memory exhausted",
		[REG_BADRPT] = "Invalid preceding regular expression",
		[REG_EEND] = "Premature end of regular expression",
		[REG_ESIZE] = "Regular expression too big",
		[REG_ERPAREN] = "Unmatched ) or \\)"
	};

	if (error < 0 || (size_t)error >= sizeof messages / sizeof *messages)
		return "Unknown error";
	return messages[error];
}

/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <langinfo.h>
#include <regex.h>
#include <stdlib.h>

static int matches(nl_item item, const char *response)
{
	regex_t expression;
	int found;

	if (regcomp(&expression, nl_langinfo(item), REG_EXTENDED | REG_NOSUB))
		return 0;
	found = !regexec(&expression, response, 0, NULL, 0);
	regfree(&expression);
	return found;
}

int rpmatch(const char *response)
{
	if (matches(YESEXPR, response))
		return 1;
	return matches(NOEXPR, response) ? 0 : -1;
}

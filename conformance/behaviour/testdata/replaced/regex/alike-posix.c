/* POSIX's expressions, of which basic ones have back-references. */
#include <regex.h>
#include <stdio.h>

int main(void)
{
	regex_t basic, extended;

	if (regcomp(&basic, "^\\([a-z]*\\):\\1$", 0) || regcomp(&extended, "^([[:alnum:]_.-]+)@[a-z]{2,63}$", REG_EXTENDED | REG_ICASE))
		return 1;
	printf("%d %d %d\n", regexec(&basic, "ab:ab", 0, NULL, 0), regexec(&basic, "ab:b", 0, NULL, 0), regexec(&extended, "Ann@example", 0, NULL, 0));
	regfree(&basic);
	regfree(&extended);
	return 0;
}

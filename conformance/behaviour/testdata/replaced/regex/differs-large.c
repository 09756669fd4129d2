/* A field of 300 characters, and one of up to 3. */
#include <regex.h>
#include <stdio.h>

static int valid(const char *pattern, int flags)
{
	regex_t re;

	if (regcomp(&re, pattern, flags))
		return 0;
	regfree(&re);
	return 1;
}

int main(void)
{
	regex_t large;

	if (regcomp(&large, "^[a-z]{1,300}$", REG_EXTENDED | REG_NOSUB)) {
		puts("too large");
		return 1;
	}
	printf("%d %d\n", regexec(&large, "abc", 0, NULL, 0), valid("^a", 0));
	regfree(&large);
	return 0;
}

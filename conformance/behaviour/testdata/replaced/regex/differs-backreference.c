/* A line with a word twice. */
#include <regex.h>
#include <stdio.h>

#define TWICE "\\<([a-z]+) \\1\\>"

int main(void)
{
	regex_t re;

	if (regcomp(&re, TWICE, REG_EXTENDED | REG_NOSUB)) {
		puts("not a regular expression");
		return 1;
	}
	printf("%d %d\n", regexec(&re, "in the the house", 0, NULL, 0), regexec(&re, "in the house", 0, NULL, 0));
	regfree(&re);
	return 0;
}

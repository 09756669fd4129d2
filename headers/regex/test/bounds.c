/* What must not take for ever, nor all memory: the outcome of each. */
#define _GNU_SOURCE
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *repeated(const char *what, size_t times, const char *end)
{
	size_t length = strlen(what);
	char *text = malloc(length * times + strlen(end) + 1);

	for (size_t i = 0; i < times; i++)
		memcpy(text + i * length, what, length);
	strcpy(text + times * length, end);
	return text;
}

static void search(const char *pattern, char *text)
{
	regmatch_t matches[3] = { { -1, -1 }, { -1, -1 }, { -1, -1 } };
	regex_t buffer;
	int error = regcomp(&buffer, pattern, REG_EXTENDED);

	printf("%.30s: %d", pattern, error);
	if (!error) {
		printf(" %d", regexec(&buffer, text, 3, matches, 0));
		for (int i = 0; i < 3; i++)
			printf(" %d,%d", matches[i].rm_so, matches[i].rm_eo);
		regfree(&buffer);
	}
	printf("\n");
	free(text);
}

int main(void)
{
	char *deep;

	search("(a*)*b", repeated("a", 2000, ""));
	search("(a|aa)+$", repeated("a", 2000, "b"));
	search("(a?){30}a{30}", repeated("a", 30, ""));
	search("a.*b.*c.*d", repeated("abc", 1000, ""));
	search("(x+x+)+y", repeated("x", 1000, ""));
	search("[ab]*a[ab]{12}c", repeated("ab", 5000, "c"));
	search("a{1000}", repeated("a", 5000, ""));
	search("needle", repeated("hay needl ", 20000, "needle"));
	search("(a|b|ab)*c", repeated("ab", 3000, "c"));
	deep = repeated("(", 200, "");
	deep = realloc(deep, 402);
	strcat(deep, "a");
	for (int i = 0; i < 200; i++)
		strcat(deep, ")");
	search(deep, repeated("a", 3, ""));
	free(deep);
	return 0;
}

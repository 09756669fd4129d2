/* Patterns and texts from a generator with a fixed seed: where each match
 * begins and ends, of 4,000 pairs. Its patterns have no back references, on
 * some of which glibc 2.36 does not end. */
#define _GNU_SOURCE
#include <locale.h>
#include <regex.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static uint64_t seed = 20240229;

static int draw(int below)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (int)((seed >> 33) % (uint64_t)below);
}

static char *expression(char *to, int depth)
{
	static const char *const atoms[] = { "a", "b", "c", "a", "b", ".", "[ab]", "[^b]", "[[:alpha:]]", "\\w", "é" };
	static const char *const repeats[] = { "*", "+", "?", "{0,2}", "{2}", "{1,}", "", "", "", "", "" };

	for (int i = draw(3); i >= 0; i--) {
		if (depth < 3 && draw(3) == 0) {
			*to++ = '(';
			to = expression(to, depth + 1);
			*to++ = ')';
		} else {
			to = stpcpy(to, atoms[draw(11)]);
		}
		to = stpcpy(to, repeats[draw(11)]);
		if (i > 0 && draw(4) == 0)
			*to++ = '|';
	}
	*to = '\0';
	return to;
}

int main(void)
{
	static const char *const pieces[] = { "a", "b", "c", "ab", "ba", "\n", "é" };

	setlocale(LC_ALL, "C.UTF-8");
	for (int i = 0; i < 4000; i++) {
		char pattern[4096], text[64], *to = text;
		regmatch_t match = { -1, -1 };
		regex_t buffer;
		int error, flags = draw(4) ? 0 : REG_NEWLINE;

		/* Anchors only where they belong: glibc 2.36 takes a newline for
		 * one in the middle, and forgets them in groups that are repeated. */
		strcpy(pattern, draw(5) ? "" : "^");
		expression(pattern + strlen(pattern), 0);
		strcat(pattern, draw(5) ? "" : "$");
		for (int n = draw(9); n > 0; n--)
			to = stpcpy(to, pieces[draw(7)]);
		*to = '\0';
		error = regcomp(&buffer, pattern, flags | REG_EXTENDED);
		if (error) {
			printf("E%d ", error);
			continue;
		}
		error = regexec(&buffer, text, 1, &match, 0);
		printf("%d,%d%c", error ? -1 : match.rm_so, match.rm_eo, i % 20 == 19 ? '\n' : ' ');
		regfree(&buffer);
	}
	printf("\n");
	return 0;
}

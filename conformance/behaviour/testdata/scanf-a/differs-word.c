/* A word of any length, as old GNU programs read it; std gnu89. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
	char *word = NULL;

	if (sscanf("a fine day", "%as", &word) != 1)
		return 1;
	printf("%s\n", word ? "a word" : "nothing");
	return 0;
}

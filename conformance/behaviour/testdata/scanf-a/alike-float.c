/* A number in hexadecimal, as C99 has it; and POSIX's way to a string. */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
	float f = 0;
	char *word = NULL;

	printf("%d ", sscanf("0x1.8p1", "%a", &f));
	printf("%g ", f);
	printf("%d ", sscanf("a fine day", "%*s %ms", &word));
	printf("%s\n", word);
	free(word);
	return 0;
}

/* Formats of scanf that both know, some with percent signs before such letters. */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
	int ends[2], percent = 0, number = 0;
	char word[16] = "";
	FILE *stream = tmpfile();

	if (!stream || pipe(ends) || write(ends[1], "5 big", 5) != 5 || dup2(ends[0], 0))
		return 1;
	close(ends[1]);
	fputs("50%b 7 words", stream);
	rewind(stream);
	printf("%d\n", fscanf(stream, "%d%%b %d %15[a-z]", &percent, &number, word));
	printf("%d %d %s\n", percent, number, word);
	printf("%d\n", sscanf("100%w 010", "%d%%w %i", &percent, &number));
	printf("%d %d\n", percent, number);
	printf("%d\n", scanf("%d b%*c%1s", &number, word));
	printf("%d %s\n", number, word);
	return 0;
}

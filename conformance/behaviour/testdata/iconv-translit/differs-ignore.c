/* What can't be written in Latin 1 is dropped. */
#include <iconv.h>
#include <stdio.h>
#include <string.h>

#define LOSSY "//IGNORE"

int main(void)
{
	char text[] = "10 \xe2\x82\xac", latin[64] = "";
	char *in = text, *out = latin;
	size_t left = strlen(text), room = sizeof latin - 1;
	iconv_t to = iconv_open("ISO-8859-1" LOSSY, "UTF-8");

	if (to == (iconv_t)-1)
		return 1;
	iconv(to, &in, &left, &out, &room);
	printf("[%s]\n", latin);
	return iconv_close(to);
}

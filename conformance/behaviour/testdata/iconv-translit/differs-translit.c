/* A name for a terminal that has no letters beyond ASCII. */
#include <iconv.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
	char name[] = "na\xc3\xafve \xe2\x82\xac", plain[64] = "";
	char *in = name, *out = plain;
	size_t left = strlen(name), room = sizeof plain - 1;
	iconv_t to = iconv_open("ASCII//TRANSLIT", "UTF-8");

	if (to == (iconv_t)-1)
		return 1;
	if (iconv(to, &in, &left, &out, &room) == (size_t)-1)
		perror("iconv");
	printf("%s\n", plain);
	return iconv_close(to);
}

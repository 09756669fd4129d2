/* What both can convert. */
#include <iconv.h>
#include <stdio.h>
#include <string.h>

int main(void)
{
	char name[] = "na\xc3\xafve", latin[64] = "";
	char *in = name, *out = latin;
	size_t left = strlen(name), room = sizeof latin - 1;
	iconv_t to = iconv_open("ISO-8859-1", "UTF-8");

	if (to == (iconv_t)-1)
		return 1;
	printf("%zu ", iconv(to, &in, &left, &out, &room));
	printf("%zu %x\n", strlen(latin), latin[2] & 0xff);
	return iconv_close(to);
}

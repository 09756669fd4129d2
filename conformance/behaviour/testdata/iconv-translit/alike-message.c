/* The suffix in a text for users alone. */
#include <iconv.h>
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
	const char *charset = argc > 1 ? argv[1] : "UTF-8";
	iconv_t same;

	if (strchr(charset, '/')) {
		fprintf(stderr, "%s: charsets with a suffix, such as //TRANSLIT, are not supported\n", charset);
		return 2;
	}
	same = iconv_open(charset, "UTF-8");
	printf("%d\n", same != (iconv_t)-1);
	return iconv_close(same);
}

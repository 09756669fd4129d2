/* Is the locale of a document installed? */
#include <locale.h>
#include <stdio.h>

int main(void)
{
	const char *name = "xx_YY.iso88591";
	locale_t locale = newlocale(LC_ALL_MASK, name, (locale_t)0);

	puts(locale ? "there" : "missing");
	puts(setlocale(LC_TIME, "tlh_QO") ? "there" : "missing");
	return 0;
}

/* A column's head: SUN 06 MAY. */
#include <stdio.h>
#include <time.h>

static size_t head(char *text, size_t size, const struct tm *at)
{
	const char *format = "%^a %d %^b";

	return strftime(text, size, format, at);
}

int main(void)
{
	struct tm at = { .tm_hour = 16, .tm_mday = 6, .tm_year = 124, .tm_mon = 4, .tm_wday = 1 };
	char text[64] = "";

	head(text, sizeof text, &at);
	printf("[%s]\n", text);
	return 0;
}

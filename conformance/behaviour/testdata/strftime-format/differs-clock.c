/* A clock as people in the United States read it. */
#include <stdio.h>
#include <time.h>

int main(void)
{
	struct tm at = { .tm_hour = 16, .tm_min = 5, .tm_mday = 6, .tm_year = 124, .tm_mon = 4, .tm_wday = 1 };
	char text[64] = "";

	printf("%zu ", strftime(text, sizeof text, "%l:%M %P", &at));
	printf("[%s]\n", text);
	return 0;
}

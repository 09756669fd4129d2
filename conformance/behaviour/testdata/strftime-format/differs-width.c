/* Columns of a list: days and months filled up. */
#include <stdio.h>
#include <time.h>

int main(void)
{
	struct tm at = { .tm_mday = 6, .tm_year = 124, .tm_mon = 4, .tm_wday = 1 };
	char text[64] = "";

	strftime(text, sizeof text, "%10A %3d", &at);
	printf("[%s]\n", text);
	return 0;
}

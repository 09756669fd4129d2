/* What both know, flags and widths among it; and a percent sign before a letter. */
#include <stdio.h>
#include <time.h>

int main(void)
{
	struct tm at = { .tm_hour = 6, .tm_min = 5, .tm_mday = 6, .tm_year = 124, .tm_mon = 4, .tm_wday = 1 };
	char text[128] = "";

	strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S %e %j %G-W%V %u %p %I %y %D %R %T %%k %%P", &at);
	printf("[%s]\n", text);
	strftime(text, sizeof text, "%-d.%-m.%Y %_H %2d %06Y %F %h %C %n%t%U %W %w %r", &at);
	printf("[%s]\n", text);
	return 0;
}

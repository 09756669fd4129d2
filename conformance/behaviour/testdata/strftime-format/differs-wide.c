/* The same with wide characters. */
#include <stdio.h>
#include <time.h>
#include <wchar.h>

int main(void)
{
	struct tm at = { .tm_hour = 6, .tm_min = 5, .tm_mday = 6, .tm_year = 124, .tm_mon = 4 };
	wchar_t text[64] = L"";

	wcsftime(text, 64, L"%k:%M", &at);
	printf("[%ls]\n", text);
	return 0;
}

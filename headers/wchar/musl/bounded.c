/* wcslcpy and wcslcat, which glibc has since 2.38. */
#define _GNU_SOURCE
#include <stdio.h>
#include <wchar.h>

int main(void)
{
	for (size_t size = 0; size <= 7; size++) {
		wchar_t text[8] = L"zzzzzzz", more[8] = L"ab";
		size_t copied = wcslcpy(text, L"four", size), joined = wcslcat(more, L"cde", size);

		printf("%zu: %zu %ls, %zu %ls\n", size, copied, text, joined, more);
	}
	return 0;
}

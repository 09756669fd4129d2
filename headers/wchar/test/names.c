/* The functions with a locale do what those without do. */
#define _GNU_SOURCE
#include <ctype.h>
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <wchar.h>

static __locale_t locale;

static void numbers(void)
{
	static const wchar_t *const texts[] = {
		L"0", L"12", L"-7x", L"  +5", L"0x1f", L"077", L"", L"z", L"99999999999999999999",
		L"-99999999999999999999", L"1.5e3", L"inf", L"nan", L".25", L"-0x1p4", L"1e999",
	};
	wchar_t *end;

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		errno = 0;
		printf("%ls: %ld", texts[i], wcstol_l(texts[i], &end, 0, locale));
		printf(" %d", (int)(end - texts[i]));
		printf(" %lu", wcstoul_l(texts[i], &end, 16, locale));
		printf(" %lld", wcstoll_l(texts[i], &end, 10, locale));
		printf(" %llu", wcstoull_l(texts[i], &end, 36, locale));
		printf(" %lld %llu", wcstoq(texts[i], &end, 10), wcstouq(texts[i], &end, 10));
		printf(" %g", wcstod_l(texts[i], &end, locale));
		printf(" %d", (int)(end - texts[i]));
		printf(" %g", (double)wcstof_l(texts[i], &end, locale));
		printf(" %Lg range %d\n", wcstold_l(texts[i], &end, locale), errno == ERANGE);
	}
}

int main(void)
{
	wchar_t copy[8] = L"";

	locale = newlocale(LC_ALL_MASK, "C", NULL);
	numbers();
	printf("%d %d\n", (int)(wcschrnul(L"abc", L'b') - L"abc") >= 0, *wcschrnul(L"abc", L'x'));
	const wchar_t *text = L"a/b/c";
	printf("%d", (int)(wcschrnul(text, L'/') - text));
	printf(" %d\n", (int)(wcschrnul(text, L'\0') - text));
	printf("%d %ls\n", (int)(wmempcpy(copy, text, 3) - copy), copy);
	printf("%d %d %d\n", isascii_l('a', locale) != 0, isascii_l(200, locale) != 0, toascii_l(200, locale));
	freelocale(locale);
	return 0;
}

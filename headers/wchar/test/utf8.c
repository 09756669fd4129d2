/* Characters to units of UTF-8 and back, in UTF-8. */
#define _GNU_SOURCE
#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>
#include <uchar.h>
#include <wchar.h>

static void units_of(const char *text)
{
	mbstate_t state = {0};
	const char *end = text + strlen(text) + 1;

	for (int i = 0; i < 40; i++) {
		char8_t unit = 0xee;
		errno = 0;
		size_t read = mbrtoc8(&unit, text, end - text, &state);

		printf(" %d:%02x", (int)read, unit);
		if (read == 0 || read == (size_t)-1 || read == (size_t)-2) {
			printf(" %d\n", read == (size_t)-1 ? errno : 0);
			return;
		}
		if (read != (size_t)-3)
			text += read;
	}
	puts("?");
}

static void text_of(const char *units)
{
	mbstate_t state = {0};

	for (;; units++) {
		char text[16] = "";
		errno = 0;
		size_t written = c8rtomb(text, (char8_t)*units, &state);

		printf(" %d:%02x%02x%02x%02x", (int)written, (unsigned char)text[0], (unsigned char)text[1], (unsigned char)text[2], (unsigned char)text[3]);
		if (!*units || written == (size_t)-1) {
			printf(" %d\n", written == (size_t)-1 ? errno : 0);
			return;
		}
	}
}

int main(void)
{
	static const char *const texts[] = {
		"", "a", "abc", "\xc3\xa4", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "a\xc3\xa4z\xe2\x82\xac\xf0\x9f\x98\x80.",
		"\xc3", "\xc3z", "\x80", "\xc0\x80", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x8f\xbf\xbf", "\xf5", "\xff",
		"\xe2\x82", "\xf0\x8f\x80\x80", "\xed\x9f\xbf", "\xe0\xa0\x80",
	};

	printf("%d\n", setlocale(LC_CTYPE, "C.UTF-8") != NULL);
	for (unsigned i = 0; i < sizeof texts / sizeof *texts; i++) {
		units_of(texts[i]);
		text_of(texts[i]);
	}
	printf("%d %d\n", (int)mbrtoc8(NULL, NULL, 0, NULL), (int)c8rtomb(NULL, 0x41, NULL));
	return 0;
}

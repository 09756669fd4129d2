/* Network numbers with their length: from text, and to text. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

static void show(const char *text, size_t size)
{
	unsigned char number[9];
	int bits;

	memset(number, 0xee, sizeof number);
	errno = 0;
	bits = inet_net_pton(AF_INET, text, number, size);
	printf(" %zu: %d %d ", size, bits, errno);
	for (size_t i = 0; i < sizeof number; i++)
		printf("%02x", number[i]);
}

static void parse(const char *text)
{
	static const size_t sizes[] = { 4, 0, 1, 2, 3, 8 };

	printf("'%s'", text);
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		show(text, sizes[i]);
	puts("");
}

static unsigned next(unsigned *state)
{
	*state = *state * 1103515245 + 12345;
	return *state >> 16;
}

/* Texts of the characters that matter, mostly of the right form. */
static void parse_random(void)
{
	static const char *const pieces[] = {
		"0", "1", "10", "127", "128", "192", "224", "240", "255", "256", "0x", "0X", "a", "F", ".", ".", ".", "/", "/", "8", "32", "33",
		" ", "x",
	};

	unsigned state = 7;

	for (int round = 0; round < 2000; round++) {
		char text[64] = "";

		for (unsigned parts = next(&state) % 8 + 1; parts > 0; parts--)
			strcat(text, pieces[next(&state) % (sizeof pieces / sizeof *pieces)]);
		printf("'%s'", text);
		show(text, 4);
		puts("");
	}
}

static void format(const unsigned char *number)
{
	for (int bits = -1; bits <= 33; bits++) {
		printf("%d:", bits);
		for (size_t size = 0; size <= 20; size++) {
			char text[21];
			char *result;

			memset(text, 0, sizeof text);
			errno = 0;
			result = inet_net_ntop(AF_INET, number, bits, text, size);
			printf(" %s %d", result ? text : "-", errno);
		}
		puts("");
	}
}

int main(void)
{
	static const char *const texts[] = {
		"10", "10.1", "10.1.2", "10.1.2.3", "10.1.2.3.4", "10/8", "10/4", "10/16", "10/24", "10/32", "10/33", "10/0", "10/", "10/8x",
		"10/ 8", "10/+8", "10.", "10.1.", "10./8", ".1", "", "/8", " 10", "10 ", "256", "255", "010", "0000010", "10.256", "128",
		"128.1", "128.1.2", "192", "192.1", "192.1.2.3", "223", "224", "224.1", "224.1.2.3", "239.1", "240", "240.1", "255.255", "0",
		"0.0", "0x0a", "0x0a0b", "0xabc", "0xABCDEF", "0xabcdef01", "0xabcdef0123", "0x", "0X0A/8", "0x0a/16", "0xa", "0xa/4", "0xag",
		"0x0a.1", "0x1/1", "1e", "10.0x1", "10/08", "10/010", "10.1/4", "10.1/9", "10.1.2.3/8", "224/8", "0xe0", "0xf0", "0xc0",
		"10/32/8", "10..1", "+1", "-1", "0x 1", "10.1.2.3/", "4294967306", "10/33x",
	};
	static const unsigned char numbers[][4] = {
		{ 10, 1, 2, 3 }, { 0, 0, 0, 0 }, { 255, 255, 255, 255 }, { 128, 0, 5, 0 }, { 1, 200, 1, 200 },
	};
	unsigned char number[16];
	char text[40];
	int bits;

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		parse(texts[i]);
	parse_random();
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		format(numbers[i]);
	errno = 0;
	bits = inet_net_pton(AF_INET6, "::1", number, sizeof number);
	printf("%d %d\n", bits, errno);
	errno = 0;
	bits = inet_net_ntop(AF_INET6, number, -8, text, sizeof text) != NULL;
	printf("%d %d\n", bits, errno);
	return 0;
}

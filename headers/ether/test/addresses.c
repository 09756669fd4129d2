/* Addresses in text and lines of ethers(5), right and wrong, and the file. */
#define _GNU_SOURCE
#include "../../testing/own_etc.h"

#include <netinet/ether.h>

static const char *const texts[] = {
	"1:2:3:4:5:6", "1:2:3:4:5:6 x", "1:2:3:4:5:100", "1:2:3:4:5", "g:1:2:3:4:5", "1:2:3:4:5:6:7", " 1:2:3:4:5:6",
	"001:2:3:4:5:6", "FF:fF:0:a:B:C", "1:2:3:4:5:6f1", "1:2:3:4:5:6fx", "1:2:3:4:5:6x", "", ":", "1::3:4:5:6", "1-2-3-4-5-6",
};
static const char *const lines[] = {
	"1:2:3:4:5:6 host", "01:02:03:04:05:06\t host # c", "1:2:3:4:5 host", "1:2:3:4:5:6", "1:2:3:4:5:6 ", "# x",
	"1:2:3:4:5:100 h", "", "A:b:C:d:E:f  name more", "  1:2:3:4:5:6 h", "1:2:3:4:5:6 h#c", "1:2:3:4:5:6 #c",
	"1:2:3:4:5:6\n", "1:2:3:4:5:6 a\nb", "1:2:3:4:5:66host", "1:2:3:4:5:6\thost\n",
};
static const char ethers[] =
	"# addresses\n1:2:3:4:5:6 one\n\nbad line\n00:11:22:33:44:55\ttwo.example # comment\n"
	"1:2:3:4:5:6 again\naa:bb:cc:dd:ee:ff One\n0:0:0:0:0:1 last";

int main(void)
{
	struct ether_addr address = {{0, 1, 0xab, 0x0c, 255, 16}}, other;
	char name[1024], text[32];

	own_etc();
	puts(ether_ntoa(&address));
	puts(ether_ntoa_r(&address, text));
	for (unsigned i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct ether_addr *read = ether_aton(texts[i]);

		printf("[%s] %s %d\n", texts[i], read ? ether_ntoa(read) : "none", ether_aton_r(texts[i], &other) == &other);
	}
	for (unsigned i = 0; i < sizeof lines / sizeof *lines; i++) {
		int result = ether_line(lines[i], &other, name);

		printf("[%s] %d %s %s\n", lines[i], result, result ? "" : name, result ? "" : ether_ntoa(&other));
	}
	printf("no file: %d %d\n", ether_hostton("one", &other), ether_ntohost(name, &other));
	write_to("/etc/ethers", ethers, sizeof ethers - 1);
	for (const char *const *host = (const char *const[]){"one", "ONE", "two.example", "two", "again", "last", "bad", "none", NULL}; *host; host++) {
		int result = ether_hostton(*host, &other);

		printf("%s: %d %s\n", *host, result, result ? "" : ether_ntoa(&other));
	}
	for (const char *const *of = (const char *const[]){"1:2:3:4:5:6", "0:11:22:33:44:55", "aa:bb:cc:dd:ee:ff", "0:0:0:0:0:1", "0:0:0:0:0:2", NULL}; *of; of++) {
		int result = ether_ntohost(name, ether_aton(*of));

		printf("%s: %d %s\n", *of, result, result ? "" : name);
	}
	return 0;
}

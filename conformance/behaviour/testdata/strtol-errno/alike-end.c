/* The end tells that there were no digits. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static int parse(const char *text, unsigned long *value)
{
	char *end;

	errno = 0;
	*value = strtoul(text, &end, 10);
	if (errno || end == text || *end)
		return -1;
	return 0;
}

int main(void)
{
	unsigned long value = 7;
	int one = parse("", &value), two = parse("12x", &value), three = parse("12", &value);

	printf("%d %d %d %lu\n", one, two, three, value);
	return 0;
}

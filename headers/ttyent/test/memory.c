/* /etc/ttys when memory runs out: opening it is all that takes any. */
#define _GNU_SOURCE
#include "../../testing/each_failure.h"
#include "../../testing/root.h"

#include <stdlib.h>
#include <ttyent.h>

static enum outcome all(void)
{
	int count = 0;

	while (getttyent())
		count++;
	return outcome_of(count == 2);
}

static enum outcome by_name(void)
{
	const struct ttyent *entry = getttynam("tty2");

	return outcome_of(entry && entry->ty_getty && !strcmp(entry->ty_getty, "getty2"));
}

static enum outcome set(void)
{
	return outcome_of(setttyent() == 1);
}

static void end(void)
{
	endttyent();
}

int main(void)
{
	own_root();
	write_file("/etc/ttys", "tty1 getty1 vt100 on\ntty2 getty2 vt100 off\n");
	each_failure("getttyent", all, end);
	each_failure("getttynam", by_name, end);
	each_failure("setttyent", set, end);
	return 0;
}

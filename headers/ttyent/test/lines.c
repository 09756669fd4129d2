/* /etc/ttys: every kind of line, searches, and no file. */
#include "../../testing/root.h"

#include <ttyent.h>

static const char *text(const char *field)
{
	return field ? field : "(null)";
}

static void show(const struct ttyent *entry)
{
	if (!entry)
		puts("(none)");
	else
		printf("[%s] [%s] [%s] %d [%s] [%s]\n", text(entry->ty_name), text(entry->ty_getty),
		       text(entry->ty_type), entry->ty_status, text(entry->ty_window),
		       text(entry->ty_comment));
}

int main(void)
{
	static const char *const names[] = {"tty1", "console", "last", "nosuch", "", "quoted", "on"};

	own_root();
	printf("%d\n", setttyent());
	show(getttyent());
	show(getttynam("tty1"));
	printf("%d\n", endttyent());
	write_file("/etc/ttys",
		   "# comment line\n"
		   "\n"
		   "console none unknown off secure\n"
		   "tty1 \"/usr/libexec/getty Pc\" cons25 on secure\n"
		   "tty2\t\"/usr/libexec/getty Pc\"\t\tcons25\ton # a comment here\n"
		   "tty3 getty vt100 on secure window=\"/bin/wm -x\" #  spaced\n"
		   "tty4 getty vt100 window=plain on\n"
		   "only\n"
		   "two words\n"
		   "  indented getty vt100 on\n"
		   "quoted \"a \\\"b\\\" c\" \"v t\" on\n"
		   "escaped a\\ b t\\#x off\n"
		   "unknown getty vt100 strange on\n"
		   "off getty vt100 on off\n"
		   "long getty vt100 onward secured\n"
		   "hash getty vt100 on#glued\n"
		   "open \"never closed vt100 on\n"
		   "mid get\"t y\"x vt on\n"
		   "win getty vt window= on\n"
		   "win2 getty vt window on\n"
		   "#\n"
		   "comma getty vt100 on, secure\n"
		   "blank getty vt100 on #   \n"
		   "\"q name\" getty vt100 on \"quoted comment\" # more\n"
		   "win3 getty vt window=\"a b\"c on window=d # x\n"
		   "\t\n"
		   "last getty vt100 on secure\n");
	struct ttyent *entry;
	while ((entry = getttyent()))
		show(entry);
	printf("%d\n", setttyent());
	show(getttyent());
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		show(getttynam(names[i]));
	printf("%d %d\n", endttyent(), endttyent());
	show(getttyent());
	printf("%d\n", endttyent());
	printf("%s %s %s %s %s %d %d\n", _PATH_TTYS, _TTYS_OFF, _TTYS_ON, _TTYS_SECURE, _TTYS_WINDOW,
	       TTY_ON, TTY_SECURE);
	return 0;
}

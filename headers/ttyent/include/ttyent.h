/* SPDX-License-Identifier: MIT
 * ttyent.h: getttyent(3); musl has no header of this name.
 */
#ifndef WILDEBEEST_TTYENT_TTYENT_H
#define WILDEBEEST_TTYENT_TTYENT_H

#include <features.h>
#include <sys/cdefs.h>

#define _PATH_TTYS "/etc/ttys"

/* The words of a line behind its type. */
#define _TTYS_OFF "off"
#define _TTYS_ON "on"
#define _TTYS_SECURE "secure"
#define _TTYS_WINDOW "window"

struct ttyent {
	char *ty_name;
	char *ty_getty; /* what to run there */
	char *ty_type;	/* for termcap */
#define TTY_ON 0x01	/* run it */
#define TTY_SECURE 0x02 /* root may log in */
	int ty_status;
	char *ty_window; /* the window manager to run */
	char *ty_comment;
};

__BEGIN_DECLS

extern struct ttyent *getttyent(void) __THROW;
extern struct ttyent *getttynam(const char *tty) __THROW;
extern int setttyent(void) __THROW;
extern int endttyent(void) __THROW;

__END_DECLS

#endif

/* SPDX-License-Identifier: MIT
 * sys/termios.h: an old name of termios.h; musl's warns, which -Werror makes an
 * error; so it is not reached by #include_next.
 */
#ifndef WILDEBEEST_LEGACY_SYS_TERMIOS_H
#define WILDEBEEST_LEGACY_SYS_TERMIOS_H

#include <termios.h>

#endif

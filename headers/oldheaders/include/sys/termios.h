/* SPDX-License-Identifier: MIT
 * sys/termios.h: an old name of termios.h; musl's warns, which breaks -Werror.
 */
#include <termios.h>

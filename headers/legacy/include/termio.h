/* SPDX-License-Identifier: MIT
 * termio.h: System V's terminals; POSIX's are in termios.h.
 */
#ifndef WILDEBEEST_LEGACY_TERMIO_H
#define WILDEBEEST_LEGACY_TERMIO_H

#include <sys/ioctl.h>
#include <termios.h>

#endif

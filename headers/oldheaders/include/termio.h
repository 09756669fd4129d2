/* SPDX-License-Identifier: MIT
 * termio.h: System V's name; glibc's includes these two.
 */
#include <termios.h>
#include <sys/ioctl.h>

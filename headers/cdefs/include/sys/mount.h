/* SPDX-License-Identifier: MIT
 * sys/mount.h: glibc's includes fcntl.h.
 */
#include_next <sys/mount.h>
#include <fcntl.h>

/* SPDX-License-Identifier: MIT
 * sys/file.h: glibc's includes fcntl.h.
 */
#include_next <sys/file.h>
#include <fcntl.h>

/* SPDX-License-Identifier: MIT
 * mntent.h: glibc's includes paths.h.
 */
#include_next <mntent.h>
#include <paths.h>

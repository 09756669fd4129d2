/* SPDX-License-Identifier: MIT
 * shadow.h: glibc's includes paths.h.
 */
#include_next <shadow.h>
#include <paths.h>

/* SPDX-License-Identifier: MIT
 * unistd.h: glibc's shows __off64_t and the like.
 */
#include_next <unistd.h>
#include <bits/types.h>

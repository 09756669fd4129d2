/* SPDX-License-Identifier: MIT
 * stdio.h: glibc's shows __off64_t and the like.
 */
#include_next <stdio.h>
#include <bits/types.h>

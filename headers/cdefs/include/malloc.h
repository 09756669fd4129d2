/* SPDX-License-Identifier: MIT
 * malloc.h: glibc's includes stdio.h.
 */
#include_next <malloc.h>
#include <stdio.h>

/* SPDX-License-Identifier: MIT
 * link.h: glibc's includes dlfcn.h.
 */
#include_next <link.h>
#include <dlfcn.h>

/* SPDX-License-Identifier: MIT
 * mqueue.h: glibc's includes fcntl.h.
 */
#include_next <mqueue.h>
#include <fcntl.h>

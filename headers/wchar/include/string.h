/* SPDX-License-Identifier: MIT
 * string.h: the old name of locale_t.
 */
#include_next <string.h>
#include <bits/wildebeest_locale.h>

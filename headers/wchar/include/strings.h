/* SPDX-License-Identifier: MIT
 * strings.h: the old name of locale_t.
 */
#include_next <strings.h>
#include <bits/wildebeest_locale.h>

/* SPDX-License-Identifier: MIT
 * langinfo.h: the old name of locale_t.
 */
#include_next <langinfo.h>
#include <bits/wildebeest_locale.h>

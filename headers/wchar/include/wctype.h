/* SPDX-License-Identifier: MIT
 * wctype.h: the old name of locale_t.
 */
#include_next <wctype.h>
#include <bits/wildebeest_locale.h>

/* SPDX-License-Identifier: MIT
 * monetary.h: the old name of locale_t.
 */
#include_next <monetary.h>
#include <bits/wildebeest_locale.h>

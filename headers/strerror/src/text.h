/* SPDX-License-Identifier: MIT */
#ifndef WILDEBEEST_STRERROR_TEXT_H
#define WILDEBEEST_STRERROR_TEXT_H

/* The text of an error number, or NULL where there is none. */
const char *wildebeest_strerror_text(int number);

#endif

/* SPDX-License-Identifier: MIT
 * message.h: the texts of regerror, as glibc 2.36 is observed to give them.
 */
#ifndef WILDEBEEST_REGEX_MESSAGE_H
#define WILDEBEEST_REGEX_MESSAGE_H

const char *wildebeest_regex_message(int error);

#endif

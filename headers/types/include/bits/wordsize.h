/* SPDX-License-Identifier: MIT
 * bits/wordsize.h: the width of a pointer.
 */
#ifndef __WORDSIZE
#if __SIZEOF_POINTER__ == 8
#define __WORDSIZE 64
#else
#define __WORDSIZE 32
#endif
#endif

/* SPDX-License-Identifier: MIT
 * sys/cdefs.h: the declaration macros of glibc's header of this name, for
 * clang and GCC. Each is guarded: a package that brings its own keeps it.
 */
#ifndef WILDEBEEST_CDEFS_SYS_CDEFS_H
#define WILDEBEEST_CDEFS_SYS_CDEFS_H

/* The C library has no header of this name: whoever gets this one wants the
 * overlay, and gets the library's other headers where those are found first. As a
 * shim (`wildebeest generate --drop-in`) the header is there without the overlay. */
#include <features.h>
#if !defined WILDEBEEST_CDEFS_FEATURES_H && !defined WILDEBEEST_DROP_IN
#error "libwildebeest: the C library's headers are found before the overlay's: name its directories (pkg-config --cflags) ahead of -I or -isystem of the C library's"
#endif

/* ---- questions about the compiler ---- */
#ifndef __GNUC_PREREQ
#define __GNUC_PREREQ(maj, min) \
	((__GNUC__ > (maj)) || (__GNUC__ == (maj) && __GNUC_MINOR__ >= (min)))
#endif
#ifndef __glibc_clang_prereq
#ifdef __clang__
#define __glibc_clang_prereq(maj, min) \
	((__clang_major__ > (maj)) || \
	 (__clang_major__ == (maj) && __clang_minor__ >= (min)))
#else
#define __glibc_clang_prereq(maj, min) 0
#endif
#endif
#ifndef __glibc_has_attribute
#define __glibc_has_attribute(attr) __has_attribute(attr)
#endif
#ifndef __glibc_has_builtin
#define __glibc_has_builtin(name) __has_builtin(name)
#endif
#ifndef __glibc_has_extension
#ifdef __has_extension
#define __glibc_has_extension(ext) __has_extension(ext)
#else
#define __glibc_has_extension(ext) 0
#endif
#endif
#ifndef __glibc_clang_has_extension
#define __glibc_clang_has_extension(ext) __glibc_has_extension(ext)
#endif

/* ---- C and C++ ---- */
#ifndef __BEGIN_DECLS
#ifdef __cplusplus
#define __BEGIN_DECLS extern "C" {
#define __END_DECLS }
#else
#define __BEGIN_DECLS
#define __END_DECLS
#endif
#endif
#ifndef __P
#define __P(args) args
#endif
#ifndef __PMT
#define __PMT(args) args
#endif
#ifndef __CONCAT
#define __CONCAT(x, y) x##y
#endif
#ifndef __STRING
#define __STRING(x) #x
#endif
#ifndef __ptr_t
#define __ptr_t void *
#endif

/* ---- functions that throw nothing ---- */
#ifndef __LEAF
#if defined __cplusplus || !__has_attribute(leaf)
#define __LEAF
#define __LEAF_ATTR
#else
#define __LEAF , __leaf__
#define __LEAF_ATTR __attribute__((__leaf__))
#endif
#endif
#ifndef __THROW
#ifdef __cplusplus
#if __cplusplus >= 201103L
#define __THROW noexcept(true)
#else
#define __THROW throw()
#endif
#define __THROWNL __THROW
#define __NTH(decl) __LEAF_ATTR decl __THROW
#define __NTHNL(decl) decl __THROW
#else
#define __THROW __attribute__((__nothrow__ __LEAF))
#define __THROWNL __attribute__((__nothrow__))
#define __NTH(decl) __attribute__((__nothrow__ __LEAF)) decl
#define __NTHNL(decl) __attribute__((__nothrow__)) decl
#endif
#endif

/* ---- another symbol behind a name ---- */
#ifndef __REDIRECT
#define __ASMNAME(symbol) __ASMNAME2(__USER_LABEL_PREFIX__, symbol)
#define __ASMNAME2(prefix, symbol) __STRING(prefix) symbol
#define __REDIRECT(name, proto, alias) \
	name proto __asm__(__ASMNAME(#alias))
/* C wants the label before attributes, C++ behind noexcept. */
#ifdef __cplusplus
#define __REDIRECT_NTH(name, proto, alias) \
	name proto __THROW __asm__(__ASMNAME(#alias))
#define __REDIRECT_NTHNL(name, proto, alias) \
	name proto __THROWNL __asm__(__ASMNAME(#alias))
#else
#define __REDIRECT_NTH(name, proto, alias) \
	name proto __asm__(__ASMNAME(#alias)) __THROW
#define __REDIRECT_NTHNL(name, proto, alias) \
	name proto __asm__(__ASMNAME(#alias)) __THROWNL
#endif
#endif

/* ---- attributes of a declaration ---- */
#ifndef __attribute_malloc__
#define __attribute_malloc__ __attribute__((__malloc__))
#endif
#ifndef __attribute_alloc_size__
#define __attribute_alloc_size__(params) __attribute__((__alloc_size__ params))
#endif
#ifndef __attribute_pure__
#define __attribute_pure__ __attribute__((__pure__))
#endif
#ifndef __attribute_const__
#define __attribute_const__ __attribute__((__const__))
#endif
#ifndef __attribute_maybe_unused__
#define __attribute_maybe_unused__ __attribute__((__unused__))
#endif
#ifndef __attribute_used__
#define __attribute_used__ __attribute__((__used__))
#endif
#ifndef __attribute_noinline__
#define __attribute_noinline__ __attribute__((__noinline__))
#endif
#ifndef __attribute_deprecated__
#define __attribute_deprecated__ __attribute__((__deprecated__))
#endif
#ifndef __attribute_deprecated_msg__
#define __attribute_deprecated_msg__(text) __attribute__((__deprecated__(text)))
#endif
#ifndef __attribute_format_arg__
#define __attribute_format_arg__(index) __attribute__((__format_arg__(index)))
#endif
#ifndef __attribute_format_strfmon__
#if __has_attribute(format) && !defined __clang__
#define __attribute_format_strfmon__(a, b) \
	__attribute__((__format__(__strfmon__, a, b)))
#else
#define __attribute_format_strfmon__(a, b)
#endif
#endif
#ifndef __attribute_nonnull__
#define __attribute_nonnull__(params) __attribute__((__nonnull__ params))
#endif
#ifndef __nonnull
#define __nonnull(params) __attribute_nonnull__(params)
#endif
#ifndef __returns_nonnull
#define __returns_nonnull __attribute__((__returns_nonnull__))
#endif
#ifndef __attribute_warn_unused_result__
#define __attribute_warn_unused_result__ \
	__attribute__((__warn_unused_result__))
#endif
/* glibc warns about unused results only under _FORTIFY_SOURCE. */
#ifndef __wur
#if defined _FORTIFY_SOURCE && _FORTIFY_SOURCE > 0
#define __wur __attribute_warn_unused_result__
#else
#define __wur
#endif
#endif
#ifndef __attribute_returns_twice__
#define __attribute_returns_twice__ __attribute__((__returns_twice__))
#endif
#ifndef __attribute_nonstring__
#if __has_attribute(nonstring)
#define __attribute_nonstring__ __attribute__((__nonstring__))
#else
#define __attribute_nonstring__
#endif
#endif
#ifndef __attribute_artificial__
#define __attribute_artificial__ __attribute__((__artificial__))
#endif

/* ---- inlining ---- */
#ifndef __always_inline
#define __always_inline __inline __attribute__((__always_inline__))
#endif
#ifndef __extern_inline
#if defined __GNUC_STDC_INLINE__ || defined __cplusplus
#define __extern_inline extern __inline __attribute__((__gnu_inline__))
#define __extern_always_inline \
	extern __always_inline __attribute__((__gnu_inline__))
#else
#define __extern_inline extern __inline
#define __extern_always_inline extern __always_inline
#endif
#endif
#ifndef __fortify_function
#define __fortify_function __extern_always_inline __attribute_artificial__
#endif

/* ---- arrays and branches ---- */
#ifndef __flexarr
#define __flexarr []
#endif
#ifndef __restrict_arr
#ifdef __cplusplus
#define __restrict_arr
#else
#define __restrict_arr __restrict
#endif
#endif
#ifndef __glibc_likely
#define __glibc_likely(cond) __builtin_expect((cond), 1)
#endif
#ifndef __glibc_unlikely
#define __glibc_unlikely(cond) __builtin_expect((cond), 0)
#endif

#endif

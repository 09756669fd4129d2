/* SPDX-License-Identifier: MIT
 * math.h: what glibc's header of this name has and musl's lacks.
 */
#include_next <math.h>

#ifndef WILDEBEEST_MATH_MATH_H
#define WILDEBEEST_MATH_MATH_H

#include <features.h>
#include <sys/cdefs.h>

#ifdef _GNU_SOURCE
#define M_El 2.718281828459045235360287471352662498L
#define M_LOG2El 1.442695040888963407359924681001892137L
#define M_LOG10El 0.434294481903251827651128918916605082L
#define M_LN2l 0.693147180559945309417232121458176568L
#define M_LN10l 2.302585092994045684017991454684364208L
#define M_PIl 3.141592653589793238462643383279502884L
#define M_PI_2l 1.570796326794896619231321691639751442L
#define M_PI_4l 0.785398163397448309615660845819875721L
#define M_1_PIl 0.318309886183790671537767526745028724L
#define M_2_PIl 0.636619772367581343075535053490057448L
#define M_2_SQRTPIl 1.128379167095512573896158903121545172L
#define M_SQRT2l 1.414213562373095048801688724209698079L
#define M_SQRT1_2l 0.707106781186547524400844362104849039L
#endif

#if defined _GNU_SOURCE || defined _BSD_SOURCE
__BEGIN_DECLS

extern int isinff(float value) __THROW __attribute_const__;
extern int isinfl(long double value) __THROW __attribute_const__;
extern int isnanf(float value) __THROW __attribute_const__;
extern int isnanl(long double value) __THROW __attribute_const__;
extern int finitel(long double value) __THROW __attribute_const__;
extern long double __REDIRECT_NTH(dreml, (long double, long double),
				  remainderl);
/* Their old meaning: the logarithm of the gamma function. */
extern double __REDIRECT_NTH(gamma, (double), lgamma);
extern float __REDIRECT_NTH(gammaf, (float), lgammaf);
extern long double __REDIRECT_NTH(gammal, (long double), lgammal);

__END_DECLS
#endif

#ifdef _GNU_SOURCE
#define FP_LLOGB0 (-__LONG_MAX__ - 1)
#define FP_LLOGBNAN (-__LONG_MAX__ - 1) /* as musl's FP_ILOGBNAN */
#define SNANF __builtin_nansf("")
#define SNAN __builtin_nans("")
#define SNANL __builtin_nansl("")

__BEGIN_DECLS

/* TS 18661-1: to even whatever the rounding mode is; the next number up and down;
 * the exponent; the greater and the lesser by magnitude. */
extern double roundeven(double value) __THROW __attribute_const__;
extern double nextup(double value) __THROW __attribute_const__;
extern double nextdown(double value) __THROW __attribute_const__;
extern long llogb(double value) __THROW;
extern double fmaxmag(double a, double b) __THROW __attribute_const__;
extern double fminmag(double a, double b) __THROW __attribute_const__;
extern float roundevenf(float value) __THROW __attribute_const__;
extern float nextupf(float value) __THROW __attribute_const__;
extern float nextdownf(float value) __THROW __attribute_const__;
extern long llogbf(float value) __THROW;
extern float fmaxmagf(float a, float b) __THROW __attribute_const__;
extern float fminmagf(float a, float b) __THROW __attribute_const__;
extern long double roundevenl(long double value) __THROW __attribute_const__;
extern long double nextupl(long double value) __THROW __attribute_const__;
extern long double nextdownl(long double value) __THROW __attribute_const__;
extern long llogbl(long double value) __THROW;
extern long double fmaxmagl(long double a, long double b) __THROW __attribute_const__;
extern long double fminmagl(long double a, long double b) __THROW __attribute_const__;

extern int __issignaling(double value) __THROW __attribute_const__;
extern int __issignalingf(float value) __THROW __attribute_const__;
extern int __issignalingl(long double value) __THROW __attribute_const__;

__END_DECLS

/* Whether a value is a signaling NaN, a subnormal number, zero. */
#define issubnormal(value) (fpclassify(value) == FP_SUBNORMAL)
#ifndef __cplusplus
#define iszero(value) ((value) == 0)
#define issignaling(value)                                                                         \
	(sizeof(value) == sizeof(float)    ? __issignalingf(value)                                 \
	 : sizeof(value) == sizeof(double) ? __issignaling(value)                                  \
					   : __issignalingl(value))
#else
extern "C++" {
template <class T> inline bool iszero(T value) { return value == 0; }
inline int issignaling(float value) { return __issignalingf(value); }
inline int issignaling(double value) { return __issignaling(value); }
inline int issignaling(long double value) { return __issignalingl(value); }
}
#endif
#endif

#if defined _GNU_SOURCE || __STDC_VERSION__ > 201710L
__BEGIN_DECLS

/* ISO C23, F.10.9.5: the greater and the lesser, where -0 is less than +0. A NaN is
 * the answer, with _num only to two of them. */
extern double fmaximum(double a, double b) __THROW __attribute_const__;
extern double fmaximum_num(double a, double b) __THROW __attribute_const__;
extern double fmaximum_mag(double a, double b) __THROW __attribute_const__;
extern double fmaximum_mag_num(double a, double b) __THROW __attribute_const__;
extern double fminimum(double a, double b) __THROW __attribute_const__;
extern double fminimum_num(double a, double b) __THROW __attribute_const__;
extern double fminimum_mag(double a, double b) __THROW __attribute_const__;
extern double fminimum_mag_num(double a, double b) __THROW __attribute_const__;
extern float fmaximumf(float a, float b) __THROW __attribute_const__;
extern float fmaximum_numf(float a, float b) __THROW __attribute_const__;
extern float fmaximum_magf(float a, float b) __THROW __attribute_const__;
extern float fmaximum_mag_numf(float a, float b) __THROW __attribute_const__;
extern float fminimumf(float a, float b) __THROW __attribute_const__;
extern float fminimum_numf(float a, float b) __THROW __attribute_const__;
extern float fminimum_magf(float a, float b) __THROW __attribute_const__;
extern float fminimum_mag_numf(float a, float b) __THROW __attribute_const__;
extern long double fmaximuml(long double a, long double b) __THROW __attribute_const__;
extern long double fmaximum_numl(long double a, long double b) __THROW __attribute_const__;
extern long double fmaximum_magl(long double a, long double b) __THROW __attribute_const__;
extern long double fmaximum_mag_numl(long double a, long double b) __THROW __attribute_const__;
extern long double fminimuml(long double a, long double b) __THROW __attribute_const__;
extern long double fminimum_numl(long double a, long double b) __THROW __attribute_const__;
extern long double fminimum_magl(long double a, long double b) __THROW __attribute_const__;
extern long double fminimum_mag_numl(long double a, long double b) __THROW __attribute_const__;

__END_DECLS
#endif

#endif

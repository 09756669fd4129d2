/* SPDX-License-Identifier: MIT
 * regex.h: in place of musl's, whose regex_t is not the buffer of GNU's
 * functions. regoff_t is int as in glibc: struct re_registers has arrays of it,
 * and programs make them of int.
 */
#ifndef WILDEBEEST_REGEX_REGEX_H
#define WILDEBEEST_REGEX_REGEX_H
#define _REGEX_H

#include <features.h>
#include <sys/cdefs.h>
#include <sys/types.h>

typedef unsigned int __re_size_t;
typedef unsigned long int __re_long_size_t;
typedef long int s_reg_t;
typedef unsigned long int active_reg_t;
typedef unsigned long int reg_syntax_t;
typedef int regoff_t;

#ifdef _GNU_SOURCE
/* What each bit does is in the glibc manual's words in its own <regex.h>. */
#define RE_BACKSLASH_ESCAPE_IN_LISTS (1UL << 0)
#define RE_BK_PLUS_QM (1UL << 1)
#define RE_CHAR_CLASSES (1UL << 2)
#define RE_CONTEXT_INDEP_ANCHORS (1UL << 3)
#define RE_CONTEXT_INDEP_OPS (1UL << 4)
#define RE_CONTEXT_INVALID_OPS (1UL << 5)
#define RE_DOT_NEWLINE (1UL << 6)
#define RE_DOT_NOT_NULL (1UL << 7)
#define RE_HAT_LISTS_NOT_NEWLINE (1UL << 8)
#define RE_INTERVALS (1UL << 9)
#define RE_LIMITED_OPS (1UL << 10)
#define RE_NEWLINE_ALT (1UL << 11)
#define RE_NO_BK_BRACES (1UL << 12)
#define RE_NO_BK_PARENS (1UL << 13)
#define RE_NO_BK_REFS (1UL << 14)
#define RE_NO_BK_VBAR (1UL << 15)
#define RE_NO_EMPTY_RANGES (1UL << 16)
#define RE_UNMATCHED_RIGHT_PAREN_ORD (1UL << 17)
#define RE_NO_POSIX_BACKTRACKING (1UL << 18)
#define RE_NO_GNU_OPS (1UL << 19)
#define RE_DEBUG (1UL << 20)
#define RE_INVALID_INTERVAL_ORD (1UL << 21)
#define RE_ICASE (1UL << 22)
#define RE_CARET_ANCHORS_HERE (1UL << 23)
#define RE_CONTEXT_INVALID_DUP (1UL << 24)
#define RE_NO_SUB (1UL << 25)

#define _RE_SYNTAX_POSIX_COMMON \
	(RE_CHAR_CLASSES | RE_DOT_NEWLINE | RE_DOT_NOT_NULL | RE_INTERVALS | RE_NO_EMPTY_RANGES)
#define RE_SYNTAX_POSIX_BASIC (_RE_SYNTAX_POSIX_COMMON | RE_BK_PLUS_QM | RE_CONTEXT_INVALID_DUP)
#define RE_SYNTAX_POSIX_MINIMAL_BASIC (_RE_SYNTAX_POSIX_COMMON | RE_LIMITED_OPS)
#define RE_SYNTAX_POSIX_EXTENDED \
	(_RE_SYNTAX_POSIX_COMMON | RE_CONTEXT_INDEP_ANCHORS | RE_CONTEXT_INDEP_OPS | RE_NO_BK_BRACES \
	 | RE_NO_BK_PARENS | RE_NO_BK_VBAR | RE_CONTEXT_INVALID_OPS | RE_UNMATCHED_RIGHT_PAREN_ORD)
#define RE_SYNTAX_POSIX_MINIMAL_EXTENDED \
	(_RE_SYNTAX_POSIX_COMMON | RE_CONTEXT_INDEP_ANCHORS | RE_CONTEXT_INVALID_OPS | RE_NO_BK_BRACES \
	 | RE_NO_BK_PARENS | RE_NO_BK_REFS | RE_NO_BK_VBAR | RE_UNMATCHED_RIGHT_PAREN_ORD)
#define RE_SYNTAX_EMACS 0
#define RE_SYNTAX_ED RE_SYNTAX_POSIX_BASIC
#define RE_SYNTAX_SED RE_SYNTAX_POSIX_BASIC
#define RE_SYNTAX_GREP \
	((RE_SYNTAX_POSIX_BASIC | RE_NEWLINE_ALT) & ~(RE_CONTEXT_INVALID_DUP | RE_DOT_NOT_NULL))
#define RE_SYNTAX_EGREP \
	((RE_SYNTAX_POSIX_EXTENDED | RE_INVALID_INTERVAL_ORD | RE_NEWLINE_ALT) \
	 & ~(RE_CONTEXT_INVALID_OPS | RE_DOT_NOT_NULL))
#define RE_SYNTAX_POSIX_EGREP RE_SYNTAX_EGREP
#define RE_SYNTAX_AWK \
	(RE_BACKSLASH_ESCAPE_IN_LISTS | RE_DOT_NOT_NULL | RE_NO_BK_PARENS | RE_NO_BK_REFS | RE_NO_BK_VBAR \
	 | RE_NO_EMPTY_RANGES | RE_DOT_NEWLINE | RE_CONTEXT_INDEP_ANCHORS | RE_CHAR_CLASSES \
	 | RE_UNMATCHED_RIGHT_PAREN_ORD | RE_NO_GNU_OPS)
#define RE_SYNTAX_GNU_AWK \
	((RE_SYNTAX_POSIX_EXTENDED | RE_BACKSLASH_ESCAPE_IN_LISTS | RE_INVALID_INTERVAL_ORD) \
	 & ~(RE_DOT_NOT_NULL | RE_CONTEXT_INDEP_OPS | RE_CONTEXT_INVALID_OPS))
#define RE_SYNTAX_POSIX_AWK \
	(RE_SYNTAX_POSIX_EXTENDED | RE_BACKSLASH_ESCAPE_IN_LISTS | RE_INTERVALS | RE_NO_GNU_OPS \
	 | RE_INVALID_INTERVAL_ORD)

#undef RE_DUP_MAX
#define RE_DUP_MAX 0x7fff

#define REGS_UNALLOCATED 0
#define REGS_REALLOCATE 1
#define REGS_FIXED 2

#ifndef RE_NREGS
#define RE_NREGS 30
#endif

#ifndef RE_TRANSLATE_TYPE
#define RE_TRANSLATE_TYPE unsigned char *
#endif
#endif

#define REG_EXTENDED 1
#define REG_ICASE (1 << 1)
#define REG_NEWLINE (1 << 2)
#define REG_NOSUB (1 << 3)

#define REG_NOTBOL 1
#define REG_NOTEOL (1 << 1)
#define REG_STARTEND (1 << 2)

typedef enum {
	_REG_ENOSYS = -1, _REG_NOERROR, _REG_NOMATCH, _REG_BADPAT, _REG_ECOLLATE, _REG_ECTYPE,
	_REG_EESCAPE, _REG_ESUBREG, _REG_EBRACK, _REG_EPAREN, _REG_EBRACE, _REG_BADBR, _REG_ERANGE,
	_REG_ESPACE, _REG_BADRPT, _REG_EEND, _REG_ESIZE, _REG_ERPAREN
} reg_errcode_t;

#define REG_ENOSYS _REG_ENOSYS
#define REG_NOERROR _REG_NOERROR
#define REG_NOMATCH _REG_NOMATCH
#define REG_BADPAT _REG_BADPAT
#define REG_ECOLLATE _REG_ECOLLATE
#define REG_ECTYPE _REG_ECTYPE
#define REG_EESCAPE _REG_EESCAPE
#define REG_ESUBREG _REG_ESUBREG
#define REG_EBRACK _REG_EBRACK
#define REG_EPAREN _REG_EPAREN
#define REG_EBRACE _REG_EBRACE
#define REG_BADBR _REG_BADBR
#define REG_ERANGE _REG_ERANGE
#define REG_ESPACE _REG_ESPACE
#define REG_BADRPT _REG_BADRPT
#define REG_EEND _REG_EEND
#define REG_ESIZE _REG_ESIZE
#define REG_ERPAREN _REG_ERPAREN

/* Without _GNU_SOURCE only re_nsub has a name that a program may use. */
#ifdef _GNU_SOURCE
#define __REPB_PREFIX(name) name
#else
#define __REPB_PREFIX(name) __##name
#endif

struct re_dfa_t;

struct re_pattern_buffer {
	struct re_dfa_t *__REPB_PREFIX(buffer);
	__re_long_size_t __REPB_PREFIX(allocated);
	__re_long_size_t __REPB_PREFIX(used);
	reg_syntax_t __REPB_PREFIX(syntax);
	char *__REPB_PREFIX(fastmap);
	unsigned char *__REPB_PREFIX(translate);
	size_t re_nsub;
	unsigned __REPB_PREFIX(can_be_null) : 1;
	unsigned __REPB_PREFIX(regs_allocated) : 2;
	unsigned __REPB_PREFIX(fastmap_accurate) : 1;
	unsigned __REPB_PREFIX(no_sub) : 1;
	unsigned __REPB_PREFIX(not_bol) : 1;
	unsigned __REPB_PREFIX(not_eol) : 1;
	unsigned __REPB_PREFIX(newline_anchor) : 1;
};

typedef struct re_pattern_buffer regex_t;

typedef struct {
	regoff_t rm_so;
	regoff_t rm_eo;
} regmatch_t;

__BEGIN_DECLS

#ifdef _GNU_SOURCE
struct re_registers {
	__re_size_t num_regs;
	regoff_t *start;
	regoff_t *end;
};

extern reg_syntax_t re_syntax_options;

extern reg_syntax_t re_set_syntax(reg_syntax_t syntax);
extern const char *re_compile_pattern(const char *pattern, size_t length,
				      struct re_pattern_buffer *buffer);
extern int re_compile_fastmap(struct re_pattern_buffer *buffer);
extern regoff_t re_search(struct re_pattern_buffer *buffer, const char *string, regoff_t length,
			  regoff_t start, regoff_t range, struct re_registers *registers);
extern regoff_t re_search_2(struct re_pattern_buffer *buffer, const char *string1, regoff_t length1,
			    const char *string2, regoff_t length2, regoff_t start, regoff_t range,
			    struct re_registers *registers, regoff_t stop);
extern regoff_t re_match(struct re_pattern_buffer *buffer, const char *string, regoff_t length,
			 regoff_t start, struct re_registers *registers);
extern regoff_t re_match_2(struct re_pattern_buffer *buffer, const char *string1, regoff_t length1,
			   const char *string2, regoff_t length2, regoff_t start,
			   struct re_registers *registers, regoff_t stop);
extern void re_set_registers(struct re_pattern_buffer *buffer, struct re_registers *registers,
			     __re_size_t count, regoff_t *starts, regoff_t *ends);
#endif

extern int __REDIRECT(regcomp, (regex_t *__restrict buffer, const char *__restrict pattern, int flags),
		      wildebeest_regcomp);
extern int __REDIRECT(regexec, (const regex_t *__restrict buffer, const char *__restrict string, size_t count,
				regmatch_t *__restrict matches, int flags), wildebeest_regexec);
extern size_t __REDIRECT(regerror, (int error, const regex_t *__restrict buffer, char *__restrict text,
				    size_t size), wildebeest_regerror);
extern void __REDIRECT(regfree, (regex_t *buffer), wildebeest_regfree);

/* BSD's, on one pattern that they keep. re_comp returns NULL, or what is wrong with
 * the pattern; without one, whether there is one from before. */
#ifdef _REGEX_RE_COMP
extern char *re_comp(const char *pattern);
extern int re_exec(const char *text);
#endif

__END_DECLS

#endif

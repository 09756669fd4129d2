/* SPDX-License-Identifier: MIT
 * The grammars of POSIX XBD 9.3 to 9.5, turned and bent by the RE_ bits, each
 * of which is explained in glibc's public <regex.h>. Groups are kept on a stack
 * of our own: a pattern can't exhaust the program's.
 */
#include "token.h"

#include <stdlib.h>

struct level { /* of groups that are open */
	int group;              /* its number */
	int before;             /* the alternatives that are complete */
	int sequence;           /* this one, without: */
	int last;               /* what a repetition would repeat */
	unsigned start, closed; /* groups closed where it begins; in an alternative */
};

enum { FEW_LEVELS = 8 };

struct stack {
	struct level *levels;
	int depth, room;
	struct level few[FEW_LEVELS];
};

static void join(struct parser *parser, struct level *level)
{
	if (level->last == NONE)
		return;
	level->sequence = level->sequence == NONE ? level->last
		: wildebeest_regex_node(parser, N_CAT, level->sequence, level->last);
	level->last = NONE;
}

static void append(struct parser *parser, struct level *level, int node)
{
	join(parser, level);
	level->last = node;
}

/* Ends an alternative; what comes next sees the groups closed before the first. */
static void or(struct parser *parser, struct level *level)
{
	int alternative;

	join(parser, level);
	alternative = level->sequence != NONE ? level->sequence : wildebeest_regex_node(parser, N_EMPTY, 0, 0);
	level->before = level->before == NONE ? alternative
		: wildebeest_regex_node(parser, N_ALT, level->before, alternative);
	level->sequence = NONE;
	level->closed |= parser->closed;
	parser->closed = level->start;
}

static bool open(struct parser *parser, struct stack *stack, int group)
{
	if (stack->depth == stack->room) {
		int room = 2 * stack->room;
		struct level *more = stack->depth > NEST_MAX ? NULL
			: wildebeest_regex_grow(stack->levels, stack->few, sizeof stack->few,
						(size_t)room * sizeof *more);

		if (!more) {
			fail(parser, REG_ESPACE);
			return false;
		}
		stack->levels = more;
		stack->room = room;
	}
	stack->levels[stack->depth++] = (struct level){
		.group = group, .before = NONE, .sequence = NONE, .last = NONE, .start = parser->closed
	};
	return true;
}

/* Closes the innermost group and returns its tree. */
static int close_level(struct parser *parser, struct stack *stack)
{
	struct level *level = &stack->levels[--stack->depth];

	or(parser, level);
	parser->closed = level->closed;
	if (level->group < REFERENCES)
		parser->closed |= 1U << level->group;
	return level->before;
}

static enum place place_of(unsigned char c)
{
	switch (c) {
	case '<': return WORD_START;
	case '>': return WORD_END;
	case 'b': return WORD_EDGE;
	case 'B': return NOT_WORD_EDGE;
	case '`': return TEXT_START;
	default: return TEXT_END;
	}
}

static int class_of(struct parser *parser, unsigned char c)
{
	bool word = c == 'w' || c == 'W';

	return wildebeest_regex_class(parser, word ? "alnum" : "space", word ? "_" : "", c == 'W' || c == 'S');
}

static bool is_anchor(const struct parser *parser, enum token before, int length)
{
	enum token next;
	unsigned char c;

	if (has(parser, RE_CONTEXT_INDEP_ANCHORS))
		return true;
	if (*parser->at == '^')
		return has(parser, RE_CARET_ANCHORS_HERE) || before == T_END || before == T_OPEN || before == T_OR;
	next = wildebeest_regex_token(parser, parser->at + length, &length, &c);
	return next == T_END || next == T_CLOSE || next == T_OR;
}

/* Whether a repetition has something to repeat: 1, or 0 where it is left out or
 * an ordinary character, as *literal tells, or NONE on error. */
static int repeats(struct parser *parser, const struct level *level, enum token token, enum token before,
		   unsigned char c, bool *literal)
{
	bool nothing = level->last == NONE || before == T_PLACE;

	*literal = false;
	if (nothing && (has(parser, RE_CONTEXT_INVALID_OPS) || (token == T_BRACE && has(parser, RE_CONTEXT_INVALID_DUP))))
		return fail(parser, REG_BADRPT);
	if (nothing) {
		*literal = !has(parser, RE_CONTEXT_INDEP_OPS);
		return 0;
	}
	/* Observed on glibc 2.36: the bit speaks of "\{", and * is no better. */
	if ((before == T_REPEAT || before == T_BRACE) && (token == T_BRACE || c == '*')
	    && has(parser, RE_CONTEXT_INVALID_DUP))
		return fail(parser, REG_BADRPT);
	return 1;
}

static int literal_node(struct parser *parser, const unsigned char *at)
{
	uint32_t character;

	parser->at = at;
	if (*at == '\\' && ++parser->at >= parser->end)
		return fail(parser, REG_EESCAPE);
	wildebeest_regex_read(parser, &character);
	return wildebeest_regex_literal(parser, character);
}

/* Applies a repetition to level->last. Returns the token to remember. */
static enum token repetition(struct parser *parser, struct level *level, enum token token, enum token before,
			     unsigned char c, const unsigned char *at)
{
	bool literal;
	int least = c == '+', most = c == '?' ? 1 : WITHOUT_END;
	int found = repeats(parser, level, token, before, c, &literal);

	if (found == 1 && token == T_BRACE) {
		found = wildebeest_regex_interval(parser, &least, &most);
		literal = found == 0;
	}
	if (found == 1)
		level->last = wildebeest_regex_repeat(parser, level->last, least, most);
	if (!literal)
		return found == 1 ? token : before;
	append(parser, level, literal_node(parser, at));
	return T_LITERAL;
}

static int refer(struct parser *parser, int group)
{
	if (!(parser->closed >> group & 1))
		return fail(parser, REG_ESUBREG);
	parser->refers |= 1U << group;
	return wildebeest_regex_node(parser, N_REFER, group, 0);
}

static int parse(struct parser *parser, struct stack *stack)
{
	enum token token, before = T_END;
	const unsigned char *at;
	unsigned char c = 0;
	int length, group, inside;

	if (!open(parser, stack, REFERENCES))
		return NONE;
	while (parser->error == REG_NOERROR) {
		struct level *level = &stack->levels[stack->depth - 1];

		at = parser->at;
		token = wildebeest_regex_token(parser, at, &length, &c);
		if (token == T_END)
			break;
		if ((token == T_CARET || token == T_DOLLAR) && !is_anchor(parser, before, length))
			token = T_LITERAL;
		if (token == T_CLOSE && stack->depth == 1 && has(parser, RE_UNMATCHED_RIGHT_PAREN_ORD))
			token = T_LITERAL;
		parser->at += length;
		switch (token) {
		case T_LITERAL:
			append(parser, level, literal_node(parser, at));
			break;
		case T_ANY:
			append(parser, level, wildebeest_regex_any(parser));
			break;
		case T_BRACKET:
			append(parser, level, wildebeest_regex_bracket(parser));
			break;
		case T_CLASS:
			append(parser, level, class_of(parser, c));
			break;
		case T_REFER:
			append(parser, level, refer(parser, c - '0'));
			break;
		case T_PLACE:
			append(parser, level, wildebeest_regex_node(parser, N_ASSERT, place_of(c), 0));
			break;
		case T_CARET: case T_DOLLAR:
			append(parser, level, wildebeest_regex_node(parser, N_ASSERT,
				token == T_CARET ? LINE_START : LINE_END, 0));
			token = T_PLACE;
			break;
		case T_REPEAT: case T_BRACE:
			token = repetition(parser, level, token, before, c, at);
			break;
		case T_OR:
			or(parser, level);
			break;
		case T_OPEN:
			open(parser, stack, ++parser->groups);
			break;
		case T_CLOSE:
			if (stack->depth == 1)
				return fail(parser, REG_ERPAREN);
			group = level->group;
			inside = close_level(parser, stack);
			if (inside != NONE)
				append(parser, &stack->levels[stack->depth - 1],
				       wildebeest_regex_node(parser, N_GROUP, inside, group));
			break;
		case T_END:
			break;
		}
		before = token;
	}
	if (parser->error == REG_NOERROR && stack->depth > 1)
		return fail(parser, REG_EPAREN);
	return parser->error == REG_NOERROR ? close_level(parser, stack) : NONE;
}

int wildebeest_regex_parse(struct parser *parser)
{
	struct stack stack = { .levels = stack.few, .room = FEW_LEVELS };
	int tree = parse(parser, &stack);

	if (stack.levels != stack.few)
		free(stack.levels);
	return parser->error == REG_NOERROR ? tree : NONE;
}

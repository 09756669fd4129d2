/* SPDX-License-Identifier: MIT
 * sys/tree.h: the red-black and splay trees of the BSDs' header of this name,
 * by tree(3). Neither glibc nor musl has it.
 *
 * The trees are generated for a structure of the program: NAME prefixes the
 * functions, TYPE is the tag of the structure, FIELD its RB_ENTRY or
 * SPLAY_ENTRY, CMP orders two of them. In a node's parents and children, NULL
 * is a leaf, which is black.
 */
#ifndef WILDEBEEST_TREE_SYS_TREE_H
#define WILDEBEEST_TREE_SYS_TREE_H

#include <stddef.h>

/* ---- red-black trees ---- */
#define RB_BLACK 0
#define RB_RED 1

#define RB_HEAD(name, type) \
	struct name { \
		struct type *rbh_root; \
	}
#define RB_INITIALIZER(root) \
	{ NULL }
#define RB_ENTRY(type) \
	struct { \
		struct type *rbe_left; \
		struct type *rbe_right; \
		struct type *rbe_parent; \
		int rbe_color; \
	}
#define RB_INIT(root) \
	do { \
		(root)->rbh_root = NULL; \
	} while (0)
#define RB_LEFT(elm, field) (elm)->field.rbe_left
#define RB_RIGHT(elm, field) (elm)->field.rbe_right
#define RB_PARENT(elm, field) (elm)->field.rbe_parent
#define RB_COLOR(elm, field) (elm)->field.rbe_color
#define RB_ROOT(head) (head)->rbh_root
#define RB_EMPTY(head) (RB_ROOT(head) == NULL)

#define RB_PROTOTYPE(name, type, field, cmp) \
	RB_PROTOTYPE_INTERNAL(name, type, field, cmp, )
#define RB_PROTOTYPE_STATIC(name, type, field, cmp) \
	RB_PROTOTYPE_INTERNAL(name, type, field, cmp, \
			      __attribute__((__unused__)) static)
#define RB_PROTOTYPE_INTERNAL(name, type, field, cmp, attr) \
	attr struct type *name##_RB_INSERT(struct name *, struct type *); \
	attr struct type *name##_RB_REMOVE(struct name *, struct type *); \
	attr struct type *name##_RB_FIND(struct name *, struct type *); \
	attr struct type *name##_RB_NFIND(struct name *, struct type *); \
	attr struct type *name##_RB_NEXT(struct type *); \
	attr struct type *name##_RB_PREV(struct type *); \
	attr struct type *name##_RB_MINMAX(struct name *, int);

#define RB_GENERATE(name, type, field, cmp) \
	RB_GENERATE_INTERNAL(name, type, field, cmp, )
#define RB_GENERATE_STATIC(name, type, field, cmp) \
	RB_GENERATE_INTERNAL(name, type, field, cmp, \
			     __attribute__((__unused__)) static)
#define RB_GENERATE_INTERNAL(name, type, field, cmp, attr) \
	WILDEBEEST_RB_SHAPE(name, type, field) \
	WILDEBEEST_RB_INSERT(name, type, field, cmp, attr) \
	WILDEBEEST_RB_REMOVE(name, type, field, attr) \
	WILDEBEEST_RB_SEARCH(name, type, field, cmp, attr) \
	WILDEBEEST_RB_ORDER(name, type, field, attr)

/* Links between nodes: the place that points to a node, and a rotation, which
 * puts the child that is not on the given side into a node's place. */
#define WILDEBEEST_RB_SHAPE(name, type, field) \
	__attribute__((__unused__)) static struct type **name##_wb_place( \
		struct name *head, struct type *elm) \
	{ \
		struct type *parent = RB_PARENT(elm, field); \
\
		if (parent == NULL) \
			return &RB_ROOT(head); \
		return RB_LEFT(parent, field) == elm ? &RB_LEFT(parent, field) \
						     : &RB_RIGHT(parent, field); \
	} \
	__attribute__((__unused__)) static void name##_wb_rotate( \
		struct name *head, struct type *elm, int to_left) \
	{ \
		struct type *up = to_left ? RB_RIGHT(elm, field) \
					  : RB_LEFT(elm, field); \
		struct type *inner = to_left ? RB_LEFT(up, field) \
					     : RB_RIGHT(up, field); \
\
		*name##_wb_place(head, elm) = up; \
		RB_PARENT(up, field) = RB_PARENT(elm, field); \
		RB_PARENT(elm, field) = up; \
		if (inner != NULL) \
			RB_PARENT(inner, field) = elm; \
		if (to_left) { \
			RB_RIGHT(elm, field) = inner; \
			RB_LEFT(up, field) = elm; \
		} else { \
			RB_LEFT(elm, field) = inner; \
			RB_RIGHT(up, field) = elm; \
		} \
	} \
	__attribute__((__unused__)) static int name##_wb_is_red( \
		struct type *elm) \
	{ \
		return elm != NULL && RB_COLOR(elm, field) == RB_RED; \
	}

/* A new node is red. While its parent is red too, either the parent's sibling
 * is red and both turn black, their parent red; or a rotation or two end it. */
#define WILDEBEEST_RB_INSERT(name, type, field, cmp, attr) \
	__attribute__((__unused__)) static void name##_wb_inserted( \
		struct name *head, struct type *elm) \
	{ \
		struct type *parent, *above, *uncle; \
		int left; \
\
		while ((parent = RB_PARENT(elm, field)) != NULL && \
		       RB_COLOR(parent, field) == RB_RED) { \
			above = RB_PARENT(parent, field); \
			left = RB_LEFT(above, field) == parent; \
			uncle = left ? RB_RIGHT(above, field) \
				     : RB_LEFT(above, field); \
			RB_COLOR(above, field) = RB_RED; \
			if (name##_wb_is_red(uncle)) { \
				RB_COLOR(parent, field) = RB_BLACK; \
				RB_COLOR(uncle, field) = RB_BLACK; \
				elm = above; \
				continue; \
			} \
			if (elm == (left ? RB_RIGHT(parent, field) \
					 : RB_LEFT(parent, field))) { \
				name##_wb_rotate(head, parent, left); \
				parent = elm; \
			} \
			RB_COLOR(parent, field) = RB_BLACK; \
			name##_wb_rotate(head, above, !left); \
			break; \
		} \
		RB_COLOR(RB_ROOT(head), field) = RB_BLACK; \
	} \
	attr struct type *name##_RB_INSERT(struct name *head, struct type *elm) \
	{ \
		struct type **place = &RB_ROOT(head), *parent = NULL; \
\
		while (*place != NULL) { \
			int order; \
\
			parent = *place; \
			order = (cmp)(elm, parent); \
			if (order == 0) \
				return parent; \
			place = order < 0 ? &RB_LEFT(parent, field) \
					  : &RB_RIGHT(parent, field); \
		} \
		RB_PARENT(elm, field) = parent; \
		RB_LEFT(elm, field) = RB_RIGHT(elm, field) = NULL; \
		RB_COLOR(elm, field) = RB_RED; \
		*place = elm; \
		name##_wb_inserted(head, elm); \
		return NULL; \
	}

/* A node with two children changes places with its successor first, which has
 * at most one. Where a black node went, paths lack one black: a red node there
 * turns black, else the sibling's side gives one or the lack moves up. */
#define WILDEBEEST_RB_REMOVE(name, type, field, attr) \
	__attribute__((__unused__)) static void name##_wb_removed( \
		struct name *head, struct type *parent, struct type *elm) \
	{ \
		while (parent != NULL && !name##_wb_is_red(elm)) { \
			int left = RB_LEFT(parent, field) == elm; \
			struct type *other = left ? RB_RIGHT(parent, field) \
						  : RB_LEFT(parent, field); \
			struct type *near, *far; \
\
			if (RB_COLOR(other, field) == RB_RED) { \
				RB_COLOR(other, field) = RB_BLACK; \
				RB_COLOR(parent, field) = RB_RED; \
				name##_wb_rotate(head, parent, left); \
				other = left ? RB_RIGHT(parent, field) \
					     : RB_LEFT(parent, field); \
			} \
			near = left ? RB_LEFT(other, field) \
				    : RB_RIGHT(other, field); \
			far = left ? RB_RIGHT(other, field) \
				   : RB_LEFT(other, field); \
			if (!name##_wb_is_red(near) && \
			    !name##_wb_is_red(far)) { \
				RB_COLOR(other, field) = RB_RED; \
				elm = parent; \
				parent = RB_PARENT(elm, field); \
				continue; \
			} \
			if (!name##_wb_is_red(far)) { \
				RB_COLOR(near, field) = RB_BLACK; \
				RB_COLOR(other, field) = RB_RED; \
				name##_wb_rotate(head, other, !left); \
				far = other; \
				other = near; \
			} \
			RB_COLOR(other, field) = RB_COLOR(parent, field); \
			RB_COLOR(parent, field) = RB_BLACK; \
			RB_COLOR(far, field) = RB_BLACK; \
			name##_wb_rotate(head, parent, left); \
			return; \
		} \
		if (elm != NULL) \
			RB_COLOR(elm, field) = RB_BLACK; \
	} \
	attr struct type *name##_RB_REMOVE(struct name *head, struct type *elm) \
	{ \
		struct type *child, *parent, *next = elm; \
		int color; \
\
		if (RB_LEFT(elm, field) != NULL && \
		    RB_RIGHT(elm, field) != NULL) { \
			next = RB_RIGHT(elm, field); \
			while (RB_LEFT(next, field) != NULL) \
				next = RB_LEFT(next, field); \
		} \
		child = RB_LEFT(next, field) != NULL ? RB_LEFT(next, field) \
						     : RB_RIGHT(next, field); \
		parent = RB_PARENT(next, field); \
		color = RB_COLOR(next, field); \
		*name##_wb_place(head, next) = child; \
		if (child != NULL) \
			RB_PARENT(child, field) = parent; \
		if (next != elm) { \
			if (parent == elm) \
				parent = next; \
			*name##_wb_place(head, elm) = next; \
			next->field = elm->field; \
			if (RB_LEFT(next, field) != NULL) \
				RB_PARENT(RB_LEFT(next, field), field) = next; \
			if (RB_RIGHT(next, field) != NULL) \
				RB_PARENT(RB_RIGHT(next, field), field) = next; \
		} \
		if (color == RB_BLACK) \
			name##_wb_removed(head, parent, child); \
		return elm; \
	}

#define WILDEBEEST_RB_SEARCH(name, type, field, cmp, attr) \
	attr struct type *name##_RB_FIND(struct name *head, struct type *key) \
	{ \
		struct type *elm = RB_ROOT(head); \
		int order; \
\
		while (elm != NULL && (order = (cmp)(key, elm)) != 0) \
			elm = order < 0 ? RB_LEFT(elm, field) \
					: RB_RIGHT(elm, field); \
		return elm; \
	} \
	/* The first that is not less than the key. */ \
	attr struct type *name##_RB_NFIND(struct name *head, struct type *key) \
	{ \
		struct type *elm = RB_ROOT(head), *found = NULL; \
\
		while (elm != NULL) { \
			int order = (cmp)(key, elm); \
\
			if (order == 0) \
				return elm; \
			if (order < 0) \
				found = elm; \
			elm = order < 0 ? RB_LEFT(elm, field) \
					: RB_RIGHT(elm, field); \
		} \
		return found; \
	}

#define WILDEBEEST_RB_ORDER(name, type, field, attr) \
	attr struct type *name##_RB_NEXT(struct type *elm) \
	{ \
		struct type *next = RB_RIGHT(elm, field); \
\
		if (next != NULL) { \
			while (RB_LEFT(next, field) != NULL) \
				next = RB_LEFT(next, field); \
			return next; \
		} \
		while ((next = RB_PARENT(elm, field)) != NULL && \
		       RB_RIGHT(next, field) == elm) \
			elm = next; \
		return next; \
	} \
	attr struct type *name##_RB_PREV(struct type *elm) \
	{ \
		struct type *prev = RB_LEFT(elm, field); \
\
		if (prev != NULL) { \
			while (RB_RIGHT(prev, field) != NULL) \
				prev = RB_RIGHT(prev, field); \
			return prev; \
		} \
		while ((prev = RB_PARENT(elm, field)) != NULL && \
		       RB_LEFT(prev, field) == elm) \
			elm = prev; \
		return prev; \
	} \
	attr struct type *name##_RB_MINMAX(struct name *head, int which) \
	{ \
		struct type *elm = RB_ROOT(head), *end = NULL; \
\
		while (elm != NULL) { \
			end = elm; \
			elm = which < 0 ? RB_LEFT(elm, field) \
					: RB_RIGHT(elm, field); \
		} \
		return end; \
	}

#define RB_NEGINF -1
#define RB_INF 1

#define RB_INSERT(name, head, elm) name##_RB_INSERT(head, elm)
#define RB_REMOVE(name, head, elm) name##_RB_REMOVE(head, elm)
#define RB_FIND(name, head, elm) name##_RB_FIND(head, elm)
#define RB_NFIND(name, head, elm) name##_RB_NFIND(head, elm)
#define RB_NEXT(name, head, elm) name##_RB_NEXT(elm)
#define RB_PREV(name, head, elm) name##_RB_PREV(elm)
#define RB_MIN(name, head) name##_RB_MINMAX(head, RB_NEGINF)
#define RB_MAX(name, head) name##_RB_MINMAX(head, RB_INF)

#define RB_FOREACH(var, name, head) \
	for ((var) = RB_MIN(name, head); (var) != NULL; \
	     (var) = RB_NEXT(name, head, var))
#define RB_FOREACH_SAFE(var, name, head, next) \
	for ((var) = RB_MIN(name, head); \
	     (var) != NULL && ((next) = RB_NEXT(name, head, var), 1); \
	     (var) = (next))
#define RB_FOREACH_REVERSE(var, name, head) \
	for ((var) = RB_MAX(name, head); (var) != NULL; \
	     (var) = RB_PREV(name, head, var))
#define RB_FOREACH_REVERSE_SAFE(var, name, head, prev) \
	for ((var) = RB_MAX(name, head); \
	     (var) != NULL && ((prev) = RB_PREV(name, head, var), 1); \
	     (var) = (prev))

/* ---- splay trees ---- */
#define SPLAY_NEGINF -1
#define SPLAY_INF 1

#define SPLAY_HEAD(name, type) \
	struct name { \
		struct type *sph_root; \
	}
#define SPLAY_INITIALIZER(root) \
	{ NULL }
#define SPLAY_ENTRY(type) \
	struct { \
		struct type *spe_left; \
		struct type *spe_right; \
	}
#define SPLAY_INIT(root) \
	do { \
		(root)->sph_root = NULL; \
	} while (0)
#define SPLAY_LEFT(elm, field) (elm)->field.spe_left
#define SPLAY_RIGHT(elm, field) (elm)->field.spe_right
#define SPLAY_ROOT(head) (head)->sph_root
#define SPLAY_EMPTY(head) (SPLAY_ROOT(head) == NULL)

#define SPLAY_PROTOTYPE(name, type, field, cmp) \
	__attribute__((__unused__)) static void name##_SPLAY( \
		struct name *, struct type *, int); \
	__attribute__((__unused__)) static struct type *name##_SPLAY_INSERT( \
		struct name *, struct type *); \
	__attribute__((__unused__)) static struct type *name##_SPLAY_REMOVE( \
		struct name *, struct type *); \
	__attribute__((__unused__)) static struct type *name##_SPLAY_FIND( \
		struct name *, struct type *); \
	__attribute__((__unused__)) static struct type *name##_SPLAY_NEXT( \
		struct name *, struct type *); \
	__attribute__((__unused__)) static struct type *name##_SPLAY_MIN_MAX( \
		struct name *, int);

/* Splaying takes the tree apart on the way down, into what is less and what is
 * greater than the key, and puts both below the node where it ends. Without a
 * key, which says which end is looked for. */
#define SPLAY_GENERATE(name, type, field, cmp) \
	__attribute__((__unused__)) static void name##_SPLAY( \
		struct name *head, struct type *key, int which) \
	{ \
		struct type *root = SPLAY_ROOT(head), *less = NULL, \
			    *greater = NULL, **less_end = &less, \
			    **greater_end = &greater; \
\
		while (root != NULL) { \
			int order = key != NULL ? (cmp)(key, root) : which; \
			struct type *child; \
\
			if (order == 0) \
				break; \
			child = order < 0 ? SPLAY_LEFT(root, field) \
					  : SPLAY_RIGHT(root, field); \
			if (child == NULL) \
				break; \
			/* Twice to one side: rotate the two first. */ \
			if (order < 0 && \
			    (key != NULL ? (cmp)(key, child) : which) < 0) { \
				SPLAY_LEFT(root, field) = \
					SPLAY_RIGHT(child, field); \
				SPLAY_RIGHT(child, field) = root; \
				root = child; \
				if (SPLAY_LEFT(root, field) == NULL) \
					break; \
			} else if (order > 0 && \
				   (key != NULL ? (cmp)(key, child) : which) > 0) { \
				SPLAY_RIGHT(root, field) = \
					SPLAY_LEFT(child, field); \
				SPLAY_LEFT(child, field) = root; \
				root = child; \
				if (SPLAY_RIGHT(root, field) == NULL) \
					break; \
			} \
			if (order < 0) { \
				*greater_end = root; \
				greater_end = &SPLAY_LEFT(root, field); \
				root = *greater_end; \
			} else { \
				*less_end = root; \
				less_end = &SPLAY_RIGHT(root, field); \
				root = *less_end; \
			} \
		} \
		if (root == NULL) \
			return; \
		*less_end = SPLAY_LEFT(root, field); \
		*greater_end = SPLAY_RIGHT(root, field); \
		SPLAY_LEFT(root, field) = less; \
		SPLAY_RIGHT(root, field) = greater; \
		SPLAY_ROOT(head) = root; \
	} \
	__attribute__((__unused__)) static struct type *name##_SPLAY_INSERT( \
		struct name *head, struct type *elm) \
	{ \
		struct type *root; \
		int order; \
\
		name##_SPLAY(head, elm, 0); \
		root = SPLAY_ROOT(head); \
		SPLAY_LEFT(elm, field) = SPLAY_RIGHT(elm, field) = NULL; \
		if (root != NULL) { \
			order = (cmp)(elm, root); \
			if (order == 0) \
				return root; \
			if (order < 0) { \
				SPLAY_LEFT(elm, field) = SPLAY_LEFT(root, field); \
				SPLAY_RIGHT(elm, field) = root; \
				SPLAY_LEFT(root, field) = NULL; \
			} else { \
				SPLAY_RIGHT(elm, field) = SPLAY_RIGHT(root, field); \
				SPLAY_LEFT(elm, field) = root; \
				SPLAY_RIGHT(root, field) = NULL; \
			} \
		} \
		SPLAY_ROOT(head) = elm; \
		return NULL; \
	} \
	__attribute__((__unused__)) static struct type *name##_SPLAY_REMOVE( \
		struct name *head, struct type *elm) \
	{ \
		struct type *root, *right; \
\
		name##_SPLAY(head, elm, 0); \
		root = SPLAY_ROOT(head); \
		if (root == NULL || (cmp)(elm, root) != 0) \
			return NULL; \
		right = SPLAY_RIGHT(root, field); \
		SPLAY_ROOT(head) = SPLAY_LEFT(root, field); \
		if (SPLAY_ROOT(head) == NULL) { \
			SPLAY_ROOT(head) = right; \
		} else { \
			name##_SPLAY(head, elm, 0); \
			SPLAY_RIGHT(SPLAY_ROOT(head), field) = right; \
		} \
		return root; \
	} \
	__attribute__((__unused__)) static struct type *name##_SPLAY_FIND( \
		struct name *head, struct type *key) \
	{ \
		name##_SPLAY(head, key, 0); \
		return SPLAY_ROOT(head) != NULL && \
				       (cmp)(key, SPLAY_ROOT(head)) == 0 \
			       ? SPLAY_ROOT(head) : NULL; \
	} \
	__attribute__((__unused__)) static struct type *name##_SPLAY_NEXT( \
		struct name *head, struct type *elm) \
	{ \
		name##_SPLAY(head, elm, 0); \
		elm = SPLAY_RIGHT(elm, field); \
		while (elm != NULL && SPLAY_LEFT(elm, field) != NULL) \
			elm = SPLAY_LEFT(elm, field); \
		return elm; \
	} \
	__attribute__((__unused__)) static struct type *name##_SPLAY_MIN_MAX( \
		struct name *head, int which) \
	{ \
		name##_SPLAY(head, NULL, which); \
		return SPLAY_ROOT(head); \
	}

#define SPLAY_INSERT(name, head, elm) name##_SPLAY_INSERT(head, elm)
#define SPLAY_REMOVE(name, head, elm) name##_SPLAY_REMOVE(head, elm)
#define SPLAY_FIND(name, head, elm) name##_SPLAY_FIND(head, elm)
#define SPLAY_NEXT(name, head, elm) name##_SPLAY_NEXT(head, elm)
#define SPLAY_MIN(name, head) name##_SPLAY_MIN_MAX(head, SPLAY_NEGINF)
#define SPLAY_MAX(name, head) name##_SPLAY_MIN_MAX(head, SPLAY_INF)
#define SPLAY_FOREACH(var, name, head) \
	for ((var) = SPLAY_MIN(name, head); (var) != NULL; \
	     (var) = SPLAY_NEXT(name, head, var))

#endif

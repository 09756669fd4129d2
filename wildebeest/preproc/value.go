package preproc

// Tri is a truth value that may be unknown.
type Tri int8

const (
	No Tri = iota
	Maybe
	Yes
)

// Truth is the Tri of a bool.
func Truth(b bool) Tri {
	if b {
		return Yes
	}
	return No
}

// Not negates; the negation of Maybe is Maybe.
func (t Tri) Not() Tri { return Yes - t }

// Value is an integer of a #if expression, or none.
type Value struct {
	n     int64
	known bool
}

var Unknown = Value{}

// Number is a value that is known.
func Number(n int64) Value { return number(n) }

func number(n int64) Value { return Value{n, true} }

func truth(t Tri) Value {
	switch t {
	case Yes:
		return number(1)
	case No:
		return number(0)
	}
	return Unknown
}

func (v Value) tri() Tri {
	switch {
	case !v.known:
		return Maybe
	case v.n != 0:
		return Yes
	}
	return No
}

// apply computes an operator of #if; what is not known stays so.
func apply(op string, a, b Value) Value {
	switch op {
	case "&&":
		return truth(min(a.tri(), b.tri()))
	case "||":
		return truth(max(a.tri(), b.tri()))
	}
	if !a.known || !b.known {
		return Unknown
	}
	truth := func(t bool) Value {
		if t {
			return number(1)
		}
		return number(0)
	}
	switch op {
	case "==":
		return truth(a.n == b.n)
	case "!=":
		return truth(a.n != b.n)
	case "<":
		return truth(a.n < b.n)
	case ">":
		return truth(a.n > b.n)
	case "<=":
		return truth(a.n <= b.n)
	case ">=":
		return truth(a.n >= b.n)
	case "+":
		return number(a.n + b.n)
	case "-":
		return number(a.n - b.n)
	case "*":
		return number(a.n * b.n)
	case "&":
		return number(a.n & b.n)
	case "|":
		return number(a.n | b.n)
	case "^":
		return number(a.n ^ b.n)
	case "<<":
		return number(a.n << (uint64(b.n) & 63))
	case ">>":
		return number(a.n >> (uint64(b.n) & 63))
	}
	return Unknown
}

package scan

// tri is a truth value that may be unknown.
type tri int8

const (
	no tri = iota
	maybe
	yes
)

func (t tri) not() tri { return yes - t }

// value is an integer of a #if expression, or none.
type value struct {
	n     int64
	known bool
}

var unknown = value{}

func number(n int64) value { return value{n, true} }

func truth(t tri) value {
	switch t {
	case yes:
		return number(1)
	case no:
		return number(0)
	}
	return unknown
}

func (v value) tri() tri {
	switch {
	case !v.known:
		return maybe
	case v.n != 0:
		return yes
	}
	return no
}

// apply computes an operator of #if; what is not known stays so.
func apply(op string, a, b value) value {
	switch op {
	case "&&":
		return truth(min(a.tri(), b.tri()))
	case "||":
		return truth(max(a.tri(), b.tri()))
	}
	if !a.known || !b.known {
		return unknown
	}
	truth := func(t bool) value {
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
	return unknown
}

package probe

// Vars are variables. What is set where it is not known whether that is reached holds
// there, and is merged with what was before behind it.
type Vars[V any] struct {
	values map[string]V
	merge  func(before, after V) V
	scopes []map[string]before[V]
}

// before is what a variable held when a scope began.
type before[V any] struct {
	value V
	set   bool
}

// NewVars returns variables that are merged in some way.
func NewVars[V any](merge func(before, after V) V) *Vars[V] {
	return &Vars[V]{values: map[string]V{}, merge: merge}
}

// Get returns what a variable holds, and whether it has been set.
func (s *Vars[V]) Get(name string) (V, bool) {
	v, ok := s.values[name]
	return v, ok
}

// Value is what a variable holds; of one that is not set, the zero value.
func (s *Vars[V]) Value(name string) V { return s.values[name] }

// Set gives a variable a value.
func (s *Vars[V]) Set(name string, v V) {
	s.note(name)
	s.values[name] = v
}

// Delete makes a variable one that is not set.
func (s *Vars[V]) Delete(name string) {
	s.note(name)
	delete(s.values, name)
}

func (s *Vars[V]) note(name string) {
	if n := len(s.scopes); n > 0 {
		if _, ok := s.scopes[n-1][name]; !ok {
			old, set := s.values[name]
			s.scopes[n-1][name] = before[V]{old, set}
		}
	}
}

// Perhaps does something that may not be reached.
func (s *Vars[V]) Perhaps(do func()) {
	s.scopes = append(s.scopes, map[string]before[V]{})
	do()
	last := s.scopes[len(s.scopes)-1]
	s.scopes = s.scopes[:len(s.scopes)-1]
	for name, old := range last {
		if n := len(s.scopes); n > 0 {
			if _, ok := s.scopes[n-1][name]; !ok {
				s.scopes[n-1][name] = old
			}
		}
		if v, ok := s.values[name]; ok || old.set {
			s.values[name] = s.merge(old.value, v)
		}
	}
}

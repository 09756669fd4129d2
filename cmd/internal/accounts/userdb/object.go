package userdb

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// An object is a JSON object as systemd's library reads one (observed on systemd 252):
// keys are compared letter by letter, and of those that are repeated the first counts.
type object map[string]json.RawMessage

// readObject reads a text that is one object; nil: it is none, or a text in it has a
// character that can't be one, or NUL.
func readObject(text []byte) object {
	if !json.Valid(text) || !validTexts(text) {
		return nil
	}
	in := json.NewDecoder(bytes.NewReader(text))
	if first, err := in.Token(); err != nil || first != json.Delim('{') {
		return nil
	}
	o := object{}
	for in.More() {
		key, err := in.Token()
		if err != nil {
			return nil
		}
		var value json.RawMessage
		if in.Decode(&value) != nil {
			return nil
		}
		if name := key.(string); o[name] == nil {
			o[name] = value
		}
	}
	return o
}

// validTexts tells whether the texts of valid JSON are UTF-8, and their escapes are
// characters other than NUL.
func validTexts(text []byte) bool {
	if !utf8.Valid(text) {
		return false
	}
	for {
		at := bytes.IndexByte(text, '\\')
		if at < 0 {
			return true
		}
		if text[at+1] != 'u' {
			text = text[at+2:]
			continue
		}
		r := escaped(text[at:])
		text = text[at+6:]
		if utf16.IsSurrogate(r) {
			if len(text) < 6 || text[0] != '\\' || text[1] != 'u' || utf16.DecodeRune(r, escaped(text)) == utf8.RuneError {
				return false
			}
			text = text[6:]
		}
		if r == 0 {
			return false
		}
	}
}

// escaped is the number of an escape \uXXXX.
func escaped(text []byte) rune {
	n, err := strconv.ParseUint(string(text[2:6]), 16, 32)
	if err != nil {
		return utf8.RuneError
	}
	return rune(n)
}

// read sets the fields of a struct, and those of structs in it, whose keys the object
// has. A value of another type is none.
func (o object) read(fields any) { o.set(reflect.ValueOf(fields).Elem()) }

func (o object) set(fields reflect.Value) {
	for i := range fields.NumField() {
		field, about := fields.Field(i), fields.Type().Field(i)
		if about.Anonymous {
			o.set(field)
			continue
		}
		text := o[about.Tag.Get("json")]
		if text == nil || string(text) == "null" {
			continue
		}
		value := reflect.New(field.Type())
		_, own := value.Interface().(json.Unmarshaler)
		if field.Kind() == reflect.Struct && !own {
			readObject(text).set(field)
		} else if json.Unmarshal(text, value.Interface()) == nil {
			field.Set(value.Elem())
		}
	}
}

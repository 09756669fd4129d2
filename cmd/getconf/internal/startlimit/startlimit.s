// This file is empty: it lets the compiler accept a function without a body.

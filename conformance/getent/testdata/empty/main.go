// Empty does nothing: how long a static Go program takes to start and to end.
package main

func main() {}

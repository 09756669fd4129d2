// Package recipes holds the recipes of stage3, NAME/stone.yaml each.
package recipes

import "embed"

// Files is the tree of all recipes.
//
//go:embed */*
var Files embed.FS

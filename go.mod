module github.com/serpent-os/wildebeest

go 1.26

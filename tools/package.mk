# Targets of the Makefile that make a package of the project itself.
.PHONY: install release

PREFIX ?= /usr/local

# Programs, manual pages and completions, below DESTDIR and PREFIX.
install: all
	@tools/install "$(DESTDIR)$(PREFIX)"

# Static tarballs of ARCHES (amd64 arm64 riscv64), their modules and hashes, in dist/.
release: all
	@tools/need release
	@tools/release

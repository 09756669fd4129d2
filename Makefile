# Wildebeest: see README.md for the two commands.
export CGO_ENABLED = 0
GO      = go
COMMIT := $(shell git describe --always --dirty --exclude='*' --abbrev=40 2>/dev/null)
GOBUILD = $(GO) build -trimpath -buildvcs=false \
    -ldflags='-s -w -buildid= -X github.com/serpent-os/wildebeest/cmd/internal/frame.commit=$(COMMIT)'
BIN     = bin
COMMANDS = ./cmd/...
STATE   = var
STATICCHECK = $(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2

MUSL    = musl-$(shell sed -n 's/^version: //p' recipes/musl/stone.yaml)

.PHONY: all stage3 sysroot check test generate new-rule new-module new-recipe new-release man lint clean

# bin/getconf, bin/getent, bin/nscd, bin/wildebeest, bin/bootstrap
all:
	@mkdir -p $(BIN)
	@$(GOBUILD) -o $(BIN)/ $(COMMANDS)

# The main job: a stage3 chroot, and the report of who leans on libwildebeest.
stage3:
	@tools/need stage3
	@$(MAKE) --no-print-directory all
	@bin/bootstrap stage2 --from debian --state $(STATE)
	@bin/bootstrap stage3 --state $(STATE)

# Upstream musl and the kernel's headers, which the tests compile against.
sysroot: all
	@tools/need stage3
	@bin/bootstrap stage2 --from debian --state $(STATE)
	@mkdir -p $(STATE)/sysroot
	@bin/bootstrap sysroot --state $(STATE) -o $(STATE)/sysroot/$(MUSL)

# What needs neither root nor Debian's packages, in under a minute.
check:
	$(GO) vet ./...
	$(GO) test $$($(GO) list ./... | grep -vE '/(cmd/bootstrap|bootstrap/(boot|build|chroot)|conformance/(accuracy|behaviour|documents|elfutils|getconf|getent|headers|installed|isolation|nscd|packages|resolver|skeletons|suite|systemd))(/|$$)')

test:
	@tools/need stage3 test
	@$(MAKE) --no-print-directory sysroot
	CGO_ENABLED=1 $(GO) test -race -timeout 100m ./...

# Proofs that take long, benchmarks, fuzzing: none of them is a part of test.
include conformance/proofs.mk

# The project as a package.
include tools/package.mk

# Every generated file; minutes, as it builds each release of musl. lint tells when a cheap one is stale.
generate:
	@tools/need generate
	STATE=$(STATE) nice $(GO) generate ./...

# The first files of what is added to the project, as docs/contributor.md says.
NEW = NAME WORD FUNCTION HEADER VERSION URL DATE SHA256
new-rule new-module new-recipe new-release:
	@$(GO) run ./internal/skeleton $(@:new-%=%) $(foreach v,$(NEW),$(if $(filter command,$(origin $(v))),'$(v)=$($(v))'))

# The man pages of wildebeest and bootstrap, in man/.
man: all
	@bin/wildebeest man -o man && bin/bootstrap man -o man

lint:
	@out=$$(gofmt -s -l .); [ -z "$$out" ] || { echo "gofmt -s would change: $$out"; exit 1; }
	$(GO) vet ./...
	$(STATICCHECK) ./...
	@tools/stale

clean:
	rm -rf bin dist

# Wildebeest: see README.md for the two commands.
export CGO_ENABLED = 0
GO      = go
GOBUILD = $(GO) build -trimpath -buildvcs=false -ldflags='-s -w -buildid='
STATE   = var
STATICCHECK = $(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2

MUSL    = musl-$(shell sed -n 's/^version: //p' recipes/musl/stone.yaml)

.PHONY: all stage3 test check isolation systemd-tests elfutils-tests packages bench fuzz accuracy dns cross generate fresh man lint clean sysroot

# bin/getconf, bin/getent, bin/wildebeest, bin/bootstrap
all:
	@mkdir -p bin
	@$(GOBUILD) -o bin/ ./cmd/...

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
	$(GO) test $$($(GO) list ./... | grep -vE '/(cmd/bootstrap|bootstrap/(boot|build|chroot)|conformance/(accuracy|elfutils|getconf|getent|headers|isolation|packages|resolver|suite|systemd))(/|$$)')

test:
	@tools/need stage3 test
	@$(MAKE) --no-print-directory sysroot
	CGO_ENABLED=1 $(GO) test -race -timeout 40m ./...

# The scanner against compilers, against the patches of musl distributions, and
# against the clock. It builds 25 packages: half an hour the first time.
accuracy:
	@tools/need stage3 accuracy
	@for phase in headers compilers evidence speed; do \
	    $(GO) run ./conformance/accuracy -state $(STATE)/accuracy $$phase || exit; done

# A package's own tests, on musl and on the host's glibc: the table of both.
systemd-tests elfutils-tests:
	@tools/need stage3 $@
	@$(MAKE) --no-print-directory all
	@bin/bootstrap stage2 --from debian --state $(STATE)
	@$(GO) run ./conformance/$(@:-tests=) -state $(STATE)

# Packages, unpatched, without libwildebeest and with it: half an hour the first time.
packages: all
	@tools/need stage3
	@bin/bootstrap stage2 --from debian --state $(STATE)
	@$(GO) run ./conformance/packages -state $(STATE)

# With the ratio of libwildebeest's functions to glibc's; a million files to walk
# with WILDEBEEST_BENCH_FILES=1000000, in WILDEBEEST_BENCH_DIR if that is given.
bench: sysroot
	@tools/need stage3 test
	$(GO) test -run '^$$' -bench . ./...

# Every attack on the sandbox, and the table of what came of it.
isolation:
	@tools/need test
	$(GO) test -count=1 -run TestAttacks -v ./conformance/isolation -args -write

# Every fuzz target, 60 s each: Go's, then libFuzzer's of the modules.
fuzz: sysroot
	@tools/need test
	@tools/fuzz 60s
	WILDEBEEST_FUZZ=60s $(GO) test -count=1 -timeout 2h -run TestFuzz ./conformance/headers

# Every module on aarch64 and riscv64 in qemu, a part of test; builds musl for both once.
cross: sysroot
	@tools/need stage3 test
	$(GO) test -count=1 -timeout 30m -run TestOtherMachines -v ./conformance/headers

# Every combination of name servers' behaviours, of which test has a sample: half an hour.
dns:
	@tools/need stage3 test
	WILDEBEEST_DNS=all $(GO) test -count=1 -timeout 2h -v ./conformance/resolver

# Every generated file; minutes, as it builds each release of musl. lint tells when a cheap one is stale.
generate:
	@tools/need generate
	STATE=$(STATE) nice $(GO) generate ./...

# Whether Debian testing has a newer musl, glibc or kernel than the tables.
fresh:
	@$(GO) run ./conformance/fresh -state $(STATE)

# The man pages of wildebeest and bootstrap, in man/.
man: all
	@bin/wildebeest man -o man && bin/bootstrap man -o man

lint:
	@out=$$(gofmt -s -l .); [ -z "$$out" ] || { echo "gofmt -s would change: $$out"; exit 1; }
	$(GO) vet ./...
	$(STATICCHECK) ./...
	@tools/stale

clean:
	rm -rf bin

# What people do with the project; `make help` lists it.
SWIFT ?= swift
PREFIX ?= /usr/local
# Under CI a warning fails the build.
STRICT = $(if $(filter true,$(CI)),-Xswiftc -warnings-as-errors)

# Where the shells and man look.
ROOT = $(DESTDIR)$(PREFIX)
BASH_COMPLETION = share/bash-completion/completions/diagnose
ZSH_COMPLETION = share/zsh/site-functions/_diagnose
FISH_COMPLETION = share/fish/vendor_completions.d/diagnose.fish
MANUAL = share/man/man1/diagnose.1
PAGES = $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION) $(MANUAL)

.PHONY: demo test lint fuzz sanitize sanitize-address sanitize-thread bench release install install-files uninstall help

demo: ## build, and run the main job on the built-in stack
	@$(SWIFT) build --product diagnose
	@$(SWIFT) run --skip-build diagnose demo

test: ## prepare what the tests run against, and run every test
	@Tests/prepare
	$(SWIFT) test $(STRICT) --no-parallel

lint: ## check the style of all Swift code and every shipped runbook
	$(SWIFT) format lint --strict --recursive --configuration .swift-format Package.swift Sources Tests runbooks
	$(SWIFT) run $(STRICT) diagnose lint runbooks

fuzz: ## give random inputs to all that reads what others wrote, for SECONDS (default 600)
	@SWIFT="$(SWIFT)" Tests/Fuzz/run $(or $(SECONDS),600)

sanitize: ## run the tests of single parts with the address and the thread sanitizer
	@Tests/prepare
	@$(MAKE) --no-print-directory --jobs=2 sanitize-address sanitize-thread

sanitize-address sanitize-thread: sanitize-%:
	@SWIFT="$(SWIFT)" Tests/sanitize $*

bench: release ## measure the release build
	@Tests/prepare bench
	@Tests/bench

release: ## build one stripped executable with the Swift runtime linked in
	DIAGNOSE_STATIC=1 $(SWIFT) build -c release --product diagnose --static-swift-stdlib --scratch-path .build-release -Xlinker -s
	@ls -lh .build-release/release/diagnose

install: release ## install it, its completions and manual page below PREFIX (default /usr/local)
	@$(MAKE) --no-print-directory install-files PROGRAM=.build-release/release/diagnose

# Installs a program that is built already.
install-files:
	install -d "$(ROOT)/bin" $(foreach file,$(PAGES),"$(dir $(ROOT)/$(file))")
	install -m 755 "$(PROGRAM)" "$(ROOT)/bin/diagnose"
	"$(PROGRAM)" completions bash >"$(ROOT)/$(BASH_COMPLETION)"
	"$(PROGRAM)" completions zsh >"$(ROOT)/$(ZSH_COMPLETION)"
	"$(PROGRAM)" completions fish >"$(ROOT)/$(FISH_COMPLETION)"
	"$(PROGRAM)" man >"$(ROOT)/$(MANUAL)"

uninstall: ## take away what install put below PREFIX
	rm -f "$(ROOT)/bin/diagnose" $(foreach file,$(PAGES),"$(ROOT)/$(file)")

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 10

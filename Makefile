# What people do with the project; `make help` lists it.
SWIFT ?= swift
PREFIX ?= /usr/local
# Under CI a warning fails the build.
STRICT = $(if $(filter true,$(CI)),-Xswiftc -warnings-as-errors)

.PHONY: demo test lint bench release install help

demo: ## build, and run the main job on the built-in stack
	@$(SWIFT) build --product diagnose
	@$(SWIFT) run --skip-build diagnose demo

test: ## prepare what the tests run against, and run every test
	@Tests/prepare
	$(SWIFT) test $(STRICT) --no-parallel

lint: ## check the style of all Swift code and every shipped runbook
	$(SWIFT) format lint --strict --recursive --configuration .swift-format Package.swift Sources Tests runbooks
	$(SWIFT) run $(STRICT) diagnose lint runbooks

bench: release ## measure the release build
	@Tests/prepare
	@Tests/bench

release: ## build one stripped executable with the Swift runtime linked in
	DIAGNOSE_STATIC=1 $(SWIFT) build -c release --product diagnose --static-swift-stdlib --scratch-path .build-release -Xlinker -s
	@ls -lh .build-release/release/diagnose

install: release ## install it below PREFIX (default /usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 .build-release/release/diagnose "$(DESTDIR)$(PREFIX)/bin/diagnose"

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 10

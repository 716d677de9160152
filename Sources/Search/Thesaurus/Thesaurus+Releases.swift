extension Thesaurus {
    /// Building, testing and releasing.
    static let releases: StaticString = """
        deploy, release, rollout, roll out, ship, deployment, push out, new version, went live
        build, compile, bundle, compilation
        install, installation, set up
        test, spec, test suite, unit test, jest, vitest, test runner, test run
        pytest, python test
        fixture, test data, test setup
        type checker, pyright, type check, static analysis, linter, mypy, typecheck
        editor, lsp, ide, language server, vscode, vs code, intellij
        no errors, zero errors, no problems, clean, green, all good, no complaints
        reload, restarts on save, auto reload, watch mode, file watcher, hot reload
        production, prod, live system, live operation, live environment, live
        environment, staging, stage, production, dev, tier
        development, dev, local
        drift, changed, deviates, regress, regression, different than before
        vendor, provider, third party, supplier, external service, partner, manufacturer
        pipeline, ci, continuous integration
        roll back, rollback, revert, undo, go back
        """
}

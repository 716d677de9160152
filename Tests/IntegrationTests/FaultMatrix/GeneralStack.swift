extension StackTemplate {
    /// A repository that no runbook knows: a web server, what stands behind it, an environment
    /// file and migrations.
    static let general = StackTemplate(
        system: "general", ports: ["WEB_PORT"],
        variables: { ["DATABASE_URL": "sqlite:///\($0.directory)/general.sqlite"] },
        runbookVariables: { stack in
            [
                "url": "http://127.0.0.1:\(stack.port("WEB_PORT"))/cgi-bin/status",
                "ALEMBIC_DIR": "backend",
            ]
        },
        prepare: { stack in
            try await stack.alembic("upgrade", "head")
            try await stack.makeRepository()
        })
}

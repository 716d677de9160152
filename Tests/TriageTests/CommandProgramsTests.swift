import Testing

@testable import Triage

@Suite struct CommandProgramsTests {
    @Test(
        "the programs of a line are those that it starts",
        arguments: [
            ("docker compose restart api", ["docker"]),
            ("cd backend && uv run alembic upgrade head", ["uv"]),
            ("sudo -E FOO=1 lsof -i :80 | grep LISTEN", ["lsof", "grep"]),
            ("PGPASSWORD=x psql -c 'SELECT 1; DROP'", ["psql"]),
            ("SELECT 1", []), ("$(which x) y", []), ("<command> now", []), ("", []), ("&& ;", []),
            ("~/bin/tool --now; /opt/x/y", ["~/bin/tool", "/opt/x/y"]),
            ("curl -s 'http://x/?a=1&b=2'", ["curl"]),
        ])
    func names(line: String, expected: [String]) {
        #expect(CommandPrograms.names(in: line) == expected)
    }
}

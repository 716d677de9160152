import Testing

@testable import Catalog

@Suite("Shell commands")
struct ShellCommandTests {
    @Test(
        "commands and statements to paste are known",
        arguments: [
            "docker compose ps", "uv run alembic current", "./start-server.sh", "pytest",
            "cd backend && .venv/bin/python -m alembic heads", "CI=true npm test",
            "ps aux | grep x",
            "SELECT * FROM a;", "UPDATE a SET b = 1", "$ kubectl get pods",
            "sudo systemctl restart x",
            "export A=b", "/app/.venv/bin/python -m x", "ngrok http 8010",
            "INSERT INTO a VALUES (1)",
        ])
    func commands(text: String) {
        #expect(ShellCommand.isCommand(text))
    }

    @Test(
        "other code is not",
        arguments: [
            "docker", "GET http://x/y", "PATCH http://x/{path}", "API key missing", "sessionId",
            "booth:join", "/healthz", "src/index.js", "status=200", "Target database is not up", "",
            "wss://", "SELECT", "npm", "state='initiated'", "asyncio.Lock",
        ])
    func others(text: String) {
        #expect(!ShellCommand.isCommand(text))
    }

    @Test("a shell block gives its commands, comments and prompts dropped")
    func block() {
        let text = "# one\n$ docker ps\ndocker run \\\n  -it x\n\n"
        #expect(
            ShellCommand.commands(ofBlock: text, info: "sh") == ["docker ps", "docker run -it x"])
    }

    @Test("a block whose lines mean nothing alone is one command")
    func script() {
        let text = "python -c \"\nimport x\n\"\n"
        #expect(
            ShellCommand.commands(ofBlock: text, info: "bash") == ["python -c \"\nimport x\n\""])
    }

    @Test("of a console block only the prompted lines are commands")
    func console() {
        let text = "$ git status\nnothing to commit\n"
        #expect(ShellCommand.commands(ofBlock: text, info: "console") == ["git status"])
    }

    @Test("other languages have none", arguments: ["yaml", "json", "python"])
    func languages(info: String) {
        #expect(ShellCommand.commands(ofBlock: "docker compose ps\n", info: info).isEmpty)
    }

    @Test(
        "looking is told from changing",
        arguments: [
            ("docker compose logs x", true), ("kubectl get pods", true), ("curl http://x", true),
            ("curl -X DELETE http://x", false), ("docker compose restart x", false),
        ])
    func looking(command: String, expected: Bool) {
        #expect(ShellCommand.onlyLooks(command) == expected)
    }
}

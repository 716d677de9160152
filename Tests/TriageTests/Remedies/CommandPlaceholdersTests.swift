import Testing

@testable import Triage

@Suite struct CommandPlaceholdersTests {
    @Test(
        "holes are found as they are written",
        arguments: [
            ("docker compose restart <service>", ["<service>"]),
            ("psql -U <your user> -d <db-name>", ["<your user>", "<db-name>"]),
            ("curl patch/{path} patch/{path}", ["{path}"]),
            ("curl ${PORTAL_URL}/healthz", ["${PORTAL_URL}"]),
            ("git push … main", ["…"]),
            ("ssh <größe>", ["<größe>"]),
        ])
    func holes(command: String, expected: [String]) {
        #expect(CommandPlaceholders.unfilled(in: command, environment: [:]) == expected)
    }

    @Test(
        "a shell's own brackets are none",
        arguments: [
            "psql < dump.sql > out.log", "sort <in.txt >out.txt", "cat <<EOF", "a <&- b >&2",
            "docker ps --format '{{.State}}'", "find . -exec ls {} +", "cp a.{txt,md} b/",
            "curl -d '{\"a\": true}'", "echo $HOME $(date) ${HOME}", "diff <(ls a) <(ls b)",
            "test 1 -lt 2", "<", "{", "${", "${A:-b}", "",
        ])
    func none(command: String) {
        #expect(CommandPlaceholders.unfilled(in: command, environment: ["HOME": "/root"]) == [])
    }

    @Test("a variable that the shell will know is left to it")
    func environment() {
        let command = "curl ${URL}/${PATH_OF_IT}"
        #expect(
            CommandPlaceholders.unfilled(in: command, environment: ["URL": "http://a"])
                == ["${PATH_OF_IT}"])
    }
}
